"""The signed papers of agreements, for those who answer for them."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from courseware.network.enums import Role
from courseware.network.models import Agreement, Membership


def may_read_paper(user, agreement: Agreement) -> bool:
    """Chief editors, and lead teachers of the parties."""
    roles = Membership.objects.current().filter(person__account=user)
    parties = agreement.parties.values("institution")
    return (
        user.is_superuser
        or roles.filter(role=Role.CHIEF_EDITOR).exists()
        or roles.filter(role=Role.LEAD_TEACHER, institution__in=parties).exists()
    )


@require_safe
def agreement_paper(request: HttpRequest, pk: int) -> FileResponse:
    agreement = get_object_or_404(Agreement, pk=pk)
    if not may_read_paper(request.user, agreement):
        raise PermissionDenied(_("Only the chief editors and the lead teachers of the parties may read it."))
    if not agreement.file or not agreement.file.storage.exists(agreement.file.name):
        raise Http404
    return FileResponse(
        agreement.file.open("rb"), as_attachment=True, filename=f"agreement-{agreement.pk}.pdf"
    )
