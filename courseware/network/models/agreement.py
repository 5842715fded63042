"""Co-construction agreements: which institutions make what together, until when, on which terms."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from courseware.network.forms import AgreementForm
from courseware.network.models.institution import Institution
from courseware.network.models.period import Period
from courseware.network.querysets import AgreementQuerySet
from home.enums import Licence
from home.fields import ChoiceSetField
from home.names import in_reader_language


def private_files() -> FileSystemStorage:
    """Papers with signatures: no address leads to them but the admin's own view."""
    return FileSystemStorage(location=settings.PRIVATE_ROOT, base_url=None)


def validate_pdf(file) -> None:
    file.seek(0)
    if file.read(5) != b"%PDF-":
        raise ValidationError(_("This file is no PDF, whatever its name says."))
    file.seek(0)


class Agreement(Period, ClusterableModel):
    """One signed agreement; while it holds, its parties may publish together what its licences allow."""

    title_zh = models.CharField(_("title (Chinese)"), max_length=160)
    title_en = models.CharField(_("title (English)"), max_length=200, blank=True)
    scope = models.TextField(
        _("scope"), blank=True, help_text=_("What is made together: courses, cases, lectures, training.")
    )
    rights = models.TextField(
        _("intellectual property"), blank=True, help_text=_("Who owns what, and who may use it how.")
    )
    licences = ChoiceSetField(
        _("licences allowed"),
        enum=Licence,
        blank=True,
        help_text=_("None chosen: every licence. What is published together must be under one of these."),
    )
    signed_by = models.CharField(
        _("signed by"), max_length=200, blank=True, help_text=_("The signatories of all parties.")
    )
    file = models.FileField(
        _("signed paper (PDF)"),
        blank=True,
        storage=private_files,
        upload_to="agreements",
        validators=[FileExtensionValidator(["pdf"]), validate_pdf],
        help_text=_("Kept private: the chief editors and the lead teachers of the parties may read it."),
    )
    # Days before the end of which the parties were told last; a renewed agreement begins anew.
    warned_at_days = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)

    objects = AgreementQuerySet.as_manager()
    base_form_class = AgreementForm

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("title_zh"), FieldPanel("title_en")]),
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
            ],
            heading=_("Agreement"),
        ),
        InlinePanel("parties", heading=_("Parties"), label=_("Party"), min_num=2),
        MultiFieldPanel(
            [FieldPanel("scope"), FieldPanel("rights"), FieldPanel("licences")], heading=_("Terms")
        ),
        MultiFieldPanel([FieldPanel("signed_by"), FieldPanel("file")], heading=_("Signature")),
    ]

    class Meta:
        verbose_name = _("co-construction agreement")
        verbose_name_plural = _("co-construction agreements")
        ordering = ["-valid_from", "pk"]

    def __str__(self) -> str:
        return in_reader_language(zh=self.title_zh, en=self.title_en)

    @property
    def days_left(self) -> int | None:
        """Days until the last day of the agreement, negative after it; None where its end is open."""
        return (self.valid_to - timezone.localdate()).days if self.valid_to else None

    @property
    def state(self) -> str:
        """Whether it holds today, in words."""
        if self.is_current:
            return str(_("in force"))
        return str(_("lapsed") if (self.days_left or 0) < 0 else _("not yet in force"))

    def allows(self, licence: str) -> bool:
        return not self.licences or licence in self.licences


class AgreementParty(Orderable):
    """An institution that has signed."""

    agreement = ParentalKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), on_delete=models.PROTECT, related_name="agreement_parties"
    )

    panels = [FieldPanel("institution")]

    class Meta(Orderable.Meta):
        verbose_name = _("party")
        verbose_name_plural = _("parties")

    def __str__(self) -> str:
        return str(self.institution)
