"""Asks Suoja about a search before a Django site shows its results."""

from .client import Down, ask, settings
from .middleware import SuojaMiddleware

__all__ = ["Down", "SuojaMiddleware", "ask", "settings"]
