"""Editors' forms that see a record together with its rows, as the database will have them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from home.page_form import PageForm


def _kept(formset) -> list:
    """The rows of an inline formset as they would be saved, without those that are to be deleted."""
    formset.is_valid()
    return [
        form.instance
        for form in formset.forms
        if getattr(form, "cleaned_data", None) and not form.cleaned_data.get("DELETE")
    ]


class InstitutionForm(WagtailAdminModelForm):
    """Checks the levels before they are saved: the model alone sees them only afterwards."""

    def clean(self):
        cleaned = super().clean()
        if "levels" in self.formsets:
            self.instance.check_levels(_kept(self.formsets["levels"]))
        return cleaned


class AgreementForm(WagtailAdminModelForm):
    """Checks that an agreement has two parties at least, each once."""

    def clean(self):
        cleaned = super().clean()
        if "parties" in self.formsets:
            parties = [row.institution_id for row in _kept(self.formsets["parties"]) if row.institution_id]
            if len(set(parties)) < len(parties):
                raise ValidationError(_("An institution is named twice among the parties."))
            if len(parties) < 2:
                raise ValidationError(_("An agreement has two parties at least."))
        return cleaned


class CoConstructedPageForm(PageForm):
    """Checks the partners against the institution in whose branch the page stands."""

    def clean(self):
        cleaned = super().clean()
        if "partners" in self.formsets:
            # The branch is asked of the parent: a new page has no place in the tree yet.
            from courseware.network.territory import institution_of  # needs the models, which need this form

            check_partners(
                institution_of(self.parent_page),
                [row.institution for row in _kept(self.formsets["partners"]) if row.institution_id],
            )
        return cleaned


def check_partners(lead, partners: list) -> None:
    """ValidationError when the lead is its own partner, or a partner is named twice."""
    if lead in partners:
        raise ValidationError(
            _("%(name)s leads this course: it cannot be a partner as well.") % {"name": lead}
        )
    for place, partner in enumerate(partners):
        if partner in partners[:place]:
            raise ValidationError(_("%(name)s is named twice among the partners.") % {"name": partner})
