"""People and what they are to the institutions."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from courseware.network.enums import Role
from courseware.network.models.institution import Institution
from courseware.network.models.period import Period
from courseware.network.querysets import MembershipQuerySet
from courseware.network.validators import validate_orcid
from home.names import in_reader_language


class Person(index.Indexed, ClusterableModel):
    """Somebody who teaches, writes or reviews; an account is optional."""

    name_zh = models.CharField(_("name (Chinese)"), max_length=60)
    name_en = models.CharField(
        _("name (English)"),
        max_length=100,
        blank=True,
        help_text=_("Given name first, as it is printed: Zhiyuan Lin."),
    )
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    title_zh = models.CharField(
        _("professional title (Chinese)"),
        max_length=80,
        blank=True,
        help_text=_("For example: 主任医师、教授."),
    )
    title_en = models.CharField(_("professional title (English)"), max_length=120, blank=True)
    bio_zh = models.TextField(_("about (Chinese)"), blank=True, max_length=600)
    bio_en = models.TextField(_("about (English)"), blank=True, max_length=1200)
    orcid = models.CharField(
        _("ORCID iD"),
        max_length=19,
        blank=True,
        validators=[validate_orcid],
        help_text=_("Four groups of four digits: 0000-0002-1825-0097."),
    )
    photo = models.ForeignKey(
        "home.TeachingImage",
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="person",
        help_text=_(
            "The account that carries this person's roles. Leave it empty for people who do not sign in."
        ),
    )

    checks_translations = models.BooleanField(
        _("checks translations"),
        default=False,
        help_text=_("Reads Chinese and English well enough to answer for a translated medical text."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name_zh"), FieldPanel("name_en")]),
                FieldRowPanel([FieldPanel("title_zh"), FieldPanel("title_en")]),
                FieldRowPanel([FieldPanel("slug"), FieldPanel("orcid")]),
                FieldPanel("photo"),
            ],
            heading=pgettext_lazy("person", "Name"),
        ),
        MultiFieldPanel([FieldPanel("bio_zh"), FieldPanel("bio_en")], heading=_("About")),
        InlinePanel("memberships", heading=_("Affiliations and roles"), label=_("Affiliation or role")),
        FieldPanel("checks_translations"),
        FieldPanel("account"),
    ]
    search_fields = [
        index.SearchField("name_zh", boost=3),
        index.SearchField("name_en", boost=3),
        index.AutocompleteField("name_zh"),
        index.AutocompleteField("name_en"),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["pk"]

    def __str__(self) -> str:
        return in_reader_language(zh=self.name_zh, en=self.name_en)

    def get_absolute_url(self) -> str:
        return reverse("network:person", args=[self.slug])

    @property
    def title(self) -> str:
        return in_reader_language(zh=self.title_zh, en=self.title_en)

    @property
    def bio(self) -> str:
        return in_reader_language(zh=self.bio_zh, en=self.bio_en)

    @cached_property
    def institutions(self) -> list[Institution]:
        """Where the person belongs today, each institution once."""
        found = {
            row.institution_id: row.institution
            for row in self.memberships.all()
            if row.institution_id and row.is_current
        }
        return list(found.values())


def name_of(account) -> str:
    """How somebody with an account is called: as a person of the address book, else as the account says."""
    return str(getattr(account, "person", None) or account.get_full_name() or account)


class Membership(Period, Orderable):
    """An affiliation over time, with the role that it carries."""

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="memberships")
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="memberships",
        help_text=_("Leave it empty for a role in the whole network."),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.AFFILIATED)
    position_zh = models.CharField(_("position (Chinese)"), max_length=80, blank=True)
    position_en = models.CharField(_("position (English)"), max_length=120, blank=True)

    objects = MembershipQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("institution"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("position_zh"), FieldPanel("position_en")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")

    def __str__(self) -> str:
        return (
            f"{self.get_role_display()}, {self.institution}"
            if self.institution_id
            else str(self.get_role_display())
        )

    @property
    def position(self) -> str:
        return in_reader_language(zh=self.position_zh, en=self.position_en)

    def clean(self) -> None:
        super().clean()
        if self.role not in Role.values:
            return  # the field itself says so
        role = Role(self.role)
        if role.needs_institution and not self.institution_id:
            raise ValidationError({"institution": _("This role is held at an institution: choose one.")})
        if not role.needs_institution and self.institution_id:
            raise ValidationError(
                {"institution": _("This role is held in the whole network: leave the institution empty.")}
            )
