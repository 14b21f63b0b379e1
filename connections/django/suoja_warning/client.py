"""The question, over a Unix socket. The query is sent in the body, and held nowhere else."""

import http.client
import json
import socket
from urllib.parse import urlencode

from django.conf import settings as django_settings
from django.core.exceptions import ImproperlyConfigured
from django.views.decorators.debug import sensitive_variables

CHOICES = ("engine", "message")
DEFAULTS = {"PATHS": ["/search"], "PARAMETER": "q", "TIMEOUT": 0.5, "FALLBACK_PAGE": None}
REQUIRED = ("SOCKET", "KEY_FILE", "CHANNEL", "WHEN_DOWN")


class Down(Exception):
    """Suoja does not answer, or not as it should. Says never what was asked."""


def settings():
    """The settings `SUOJA`, checked; ImproperlyConfigured says what is missing."""
    own = getattr(django_settings, "SUOJA", None)
    if not isinstance(own, dict):
        raise ImproperlyConfigured("set SUOJA = {...}; see connections/README.md")
    missing = [name for name in REQUIRED if not own.get(name)]
    if missing:
        raise ImproperlyConfigured(f"SUOJA lacks {', '.join(missing)}")
    unknown = set(own) - set(DEFAULTS) - set(REQUIRED)
    if unknown:
        raise ImproperlyConfigured(f"SUOJA has unknown settings: {', '.join(sorted(unknown))}")
    if own["WHEN_DOWN"] not in CHOICES:
        raise ImproperlyConfigured('SUOJA["WHEN_DOWN"] must be "engine" or "message"')
    if own["WHEN_DOWN"] == "message" and not own.get("FALLBACK_PAGE"):
        raise ImproperlyConfigured(
            'SUOJA["WHEN_DOWN"] is "message": name a page of the kit in FALLBACK_PAGE'
        )
    return {**DEFAULTS, **own}


class _Connection(http.client.HTTPConnection):
    """HTTP over a Unix socket."""

    def __init__(self, path, timeout):
        super().__init__("suoja", timeout=timeout)
        self._path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


@sensitive_variables()
def post(path, query, language):
    """Status, headers and body of Suoja's answer. Raises Down."""
    own = settings()
    try:
        with open(own["KEY_FILE"], encoding="ascii") as file:
            key = file.read().strip()
        body = urlencode({"q": query, "language": language, "channel": own["CHANNEL"]})
        headers = {
            "Authorization": f"Bearer {key}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        connection = _Connection(own["SOCKET"], own["TIMEOUT"])
        try:
            connection.request("POST", path, body.encode("ascii"), headers)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()
    except (OSError, http.client.HTTPException) as error:
        # The error's own words could hold what was sent.
        raise Down(f"Suoja does not answer ({type(error).__name__})") from None


@sensitive_variables()
def query_of(request, parameter):
    """What an engine would read: the last value, from the address or from the form."""
    values = request.POST if request.method == "POST" else request.GET
    return values.get(parameter, "")


@sensitive_variables()
def ask(request):
    """The message for a request as a dictionary, or None. Raises Down."""
    own = settings()
    query = query_of(request, own["PARAMETER"])
    if not query:
        return None
    language = request.headers.get("Accept-Language", "")[:200]
    status, _, body = post("/v1/decide", query, language)
    if status != 200:
        raise Down(f"Suoja answers with status {status}")
    answer = json.loads(body)
    return answer if answer["warn"] else None
