"""How often one reader may send something, without keeping who it was."""

import hmac
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

PER_HOUR = 5
HOUR = 60 * 60


def is_too_often(request: HttpRequest) -> bool:
    """Count one sending; whether it is one too many in this hour.

    Only a keyed digest of the address is remembered, for an hour, in a cache: it is no record of anybody.
    """
    hour = timezone.now().strftime("%Y%m%d%H")
    mark = hmac.new(settings.SECRET_KEY.encode(), f"{hour}|{_address(request)}".encode(), sha256).hexdigest()
    key = f"sent-{mark}"
    cache.add(key, 0, HOUR)
    return cache.incr(key) > PER_HOUR


def _address(request: HttpRequest) -> str:
    forwarded = request.headers.get("X-Forwarded-For", "")
    # Believed only where a proxy is known to stand in front; it appends the address that it saw.
    if forwarded and getattr(settings, "SECURE_PROXY_SSL_HEADER", None):
        return forwarded.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")
