"""Shows a message in the place of results."""

from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.deprecation import MiddlewareMixin
from django.views.decorators.debug import sensitive_variables

from .client import Down, post, query_of, settings

# Headers of an answer that belong to its connection.
OWN = {"connection", "content-length", "date", "keep-alive", "transfer-encoding"}


class SuojaMiddleware(MiddlewareMixin):
    """Asks about searches; works in sites with and without async."""

    def __init__(self, get_response):
        # What is missing is said when the site starts, not at the first search.
        self.settings = settings()
        super().__init__(get_response)

    @sensitive_variables()
    def process_request(self, request):
        """The message, or None where nothing wants one."""
        if request.path not in self.settings["PATHS"] or request.method not in ("GET", "POST"):
            return None
        query = query_of(request, self.settings["PARAMETER"])
        if not query:
            return None
        try:
            language = request.headers.get("Accept-Language", "")[:200]
            status, headers, body = post("/v1/page", query, language)
            if status == 204:
                return None
            if status != 200:
                raise Down(f"Suoja answers with status {status}")
        except Down:
            return self.when_down()
        response = HttpResponse(body)
        for name, value in headers.items():
            if name.lower() not in OWN:
                response[name] = value
        patch_vary_headers(response, ["Accept-Language"])
        return response

    def when_down(self):
        """What the operator chose."""
        if self.settings["WHEN_DOWN"] == "engine":
            return None
        with open(self.settings["FALLBACK_PAGE"], "rb") as file:
            response = HttpResponse(file.read())
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        return response
