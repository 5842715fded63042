"""Settings for the tests: fast password hashing, files in a folder of their own."""

import tempfile
from pathlib import Path

from config import env
from config.settings.base import *  # noqa: F403

SECRET_KEY = "insecure-key-for-tests-only"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="pedcommons-media-"))
PRIVATE_ROOT = Path(tempfile.mkdtemp(prefix="pedcommons-private-"))
STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{VAR_DIR}/test.sqlite3")}  # noqa: F405
# A file, not memory: Wagtail's migrations take 40 s a run, --reuse-db makes them a once-only cost.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}  # noqa: F405
AUTH_PASSWORD_VALIDATORS: list = []
WHITENOISE_AUTOREFRESH = True
DEMO_ALLOWED = True
