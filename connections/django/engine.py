"""A search engine as small as one can be, for the test: `python engine.py PORT`."""

import json
import os
import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path


def search(request):
    """Results, which name nothing of the query."""
    return HttpResponse("results of the engine")


urlpatterns = [path("search", search)]

settings.configure(
    ALLOWED_HOSTS=["*"],
    MIDDLEWARE=["suoja_warning.SuojaMiddleware"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.urandom(32).hex(),
    SUOJA=json.loads(os.environ["SUOJA"]),
)
django.setup()


class Silent(WSGIRequestHandler):
    """Writes no line about a request."""

    def log_message(self, *_):
        """Nothing."""


if __name__ == "__main__":
    server = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Silent)
    print(f"engine on http://127.0.0.1:{server.server_port}/", flush=True)
    sys.stdout.flush()
    server.serve_forever()
