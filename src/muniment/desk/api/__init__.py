"""The API: every list, row, claim and page of a record as JSON, described by an OpenAPI 3.1 document.

    app = application("record.db")  # an ASGI application; `muniment serve` puts it at /api

Version 1 is a promise: fields may be added, none is taken away or means something else.
"""

from muniment.desk.api.app import API_VERSION, application

__all__ = ["API_VERSION", "application"]
