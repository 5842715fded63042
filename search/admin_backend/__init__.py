"""The search of the Wagtail admin, with the analyzer's tokens instead of the databases' own.

Stock backends take a whole run of Chinese characters for one word: 黄疸 in the middle of a sentence
is not found. This is the module that `WAGTAILSEARCH_BACKENDS` names. The vendors' modules load
models, so they are imported when the first backend is made, after all apps are ready.
"""

from django.core.exceptions import ImproperlyConfigured
from django.db import connection


def SearchBackend(params: dict):
    """The backend of the database in use."""
    if connection.vendor == "sqlite":
        from search.admin_backend.sqlite import SegmentingSqliteBackend

        return SegmentingSqliteBackend(params)
    if connection.vendor == "postgresql":
        from search.admin_backend.postgres import SegmentingPostgresBackend

        return SegmentingPostgresBackend(params)
    raise ImproperlyConfigured(f"The search of the admin does not know the database {connection.vendor}.")
