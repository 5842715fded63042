"""Settings for a developer's machine and for the demonstration library."""

from config import env
from config.settings.base import *  # noqa: F403

DEBUG = env.flag("PEDCOMMONS_DEBUG", default=True)
SECRET_KEY = "insecure-key-for-development-only"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
AUTH_PASSWORD_VALIDATORS: list = []
STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
DEMO_ALLOWED = True
