"""What readers sought in vain, counted without knowing who they are.

A query may hold anything, the name of a child as well. So there is only a keyed digest of it at first;
its words are written down when they have been sought on several days, and never when they look like a
number of somebody.
"""

import hmac
import logging
import re
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import OperationalError, transaction
from django.utils import timezone

from search.analyzer import fold, units
from search.impatience import without_waiting
from search.models import Sought

DAYS = 3
KEPT = timedelta(days=60)
LONGEST = 40  # characters; longer ones are sentences
_NUMBER_OF_SOMEBODY = re.compile(r"(?:\d[\W_]*){5}|@")
logger = logging.getLogger(__name__)


def note(*, text: str, language: str) -> None:
    """Count a query that found nothing, once a day."""
    said = " ".join(fold(text).split())
    if not units(said) or len(said) > LONGEST or _NUMBER_OF_SOMEBODY.search(said):
        return
    mark = hmac.new(settings.SECRET_KEY.encode(), said.encode(), sha256).hexdigest()
    day = timezone.localdate()
    try:
        with without_waiting(), transaction.atomic():
            row, _created = Sought.objects.select_for_update().get_or_create(digest=mark, language=language)
            if row.last_day != day:
                row.days += 1
                row.last_day = day
                row.text = said if row.days >= DAYS else ""
                row.save()
                # What nobody sought again is forgotten.
                Sought.objects.filter(days__lt=DAYS, last_day__lt=day - KEPT).delete()
    except OperationalError as error:
        logger.info("A query that found nothing was not counted: %s", error)
