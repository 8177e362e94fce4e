"""Waypost: private portfolio sites and a coaching toolbox, from a school's folders to static files."""

__version__ = "0.1.0"
