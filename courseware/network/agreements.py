"""What the agreements in force say about publishing together."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from courseware.network.models import Agreement, AgreementParty, Institution


def objections(lead: Institution, partners: Sequence[Institution], licence: str) -> Iterator[str]:
    """Why `lead` may not publish under `licence` what it makes with `partners`, in sentences. Two queries."""
    signed = list(Agreement.objects.current().prefetch_related("parties")) if partners else []
    for partner in partners:
        both = {lead.pk, partner.pk}
        covering = [row for row in signed if both <= {party.institution_id for party in row.parties.all()}]
        names = {"lead": lead, "partner": partner}
        if not covering:
            yield _("No agreement between %(lead)s and %(partner)s is in force.") % names
        elif not any(agreement.allows(licence) for agreement in covering):
            yield _("The agreement between %(lead)s and %(partner)s does not allow this licence.") % names


def in_force_of(institution: Institution) -> list[dict]:
    """The agreements of an institution that hold today, as readers see them. One query."""
    signed = Agreement.objects.current().of(institution)
    parties = AgreementParty.objects.filter(agreement__in=signed).select_related("agreement", "institution")
    rows: dict[int, dict] = {}
    for party in parties.order_by("-agreement__valid_from", "agreement", "sort_order", "pk"):
        agreement = party.agreement
        row = rows.setdefault(
            agreement.pk, {"title": str(agreement), "until": agreement.valid_to, "others": []}
        )
        if party.institution_id != institution.pk:
            row["others"].append(party.institution.short_name)
    return list(rows.values())
