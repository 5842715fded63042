"""How often one reader may ask for something, without keeping who it was."""

import hmac
from hashlib import sha256
from time import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

HOUR = 60 * 60
MINUTE = 60


def is_too_often(request: HttpRequest, *, what: str, most: int, seconds: int = HOUR) -> bool:
    """Count one time; whether it is one too many within these seconds.

    Only a keyed digest of the address is remembered, in a cache and no longer than that: it is no
    record of anybody.
    """
    stretch = int(time()) // seconds
    said = f"{what}|{stretch}|{_address(request)}"
    key = f"{what}-{hmac.new(settings.SECRET_KEY.encode(), said.encode(), sha256).hexdigest()}"
    cache.add(key, 0, seconds)
    return cache.incr(key) > most


def _address(request: HttpRequest) -> str:
    forwarded = request.headers.get("X-Forwarded-For", "")
    # Believed only where a proxy is known to stand in front; it appends the address that it saw.
    if forwarded and getattr(settings, "SECURE_PROXY_SSL_HEADER", None):
        return forwarded.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")
