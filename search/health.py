"""Whether the search is well: for a monitor, not for readers."""

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from search.engines.server import circuit, elastic_engine
from search.models import PendingChange, SearchDocument


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """The engine that answers, and how far a search server lags behind. It is never asked here."""
    waiting = PendingChange.objects.count()
    oldest = PendingChange.objects.order_by("since").values_list("since", flat=True).first()
    is_delegated = elastic_engine() is not None
    is_substituted = is_delegated and (circuit.is_open or bool(waiting))
    return JsonResponse(
        {
            "status": "ok",
            "search": {
                "engine": "elasticsearch" if is_delegated and not is_substituted else "database",
                "degraded": is_substituted,
                "documents": SearchDocument.objects.count(),
                "waiting": waiting,
                "lag_seconds": round((timezone.now() - oldest).total_seconds()) if oldest else 0,
            },
        }
    )
