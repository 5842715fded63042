"""What the site says of itself on every page."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="site")
class SiteIdentity(BaseSiteSetting):
    """Name, contact and the registration numbers that Chinese law asks a public site to show."""

    name_zh = models.CharField(_("name (Chinese)"), max_length=60, default="童医共建")
    name_en = models.CharField(_("name (English)"), max_length=60, default="PedCommons")
    promise_zh = models.CharField(
        _("what this is, in one sentence (Chinese)"),
        max_length=120,
        default="多家医院与医学院共同编写、共同评审、向所有人开放的儿科教学课程与病例。",
    )
    promise_en = models.CharField(
        _("what this is, in one sentence (English)"),
        max_length=200,
        default="Pediatric courses and cases, written and reviewed together by hospitals and "
        "medical schools, open to everyone.",
    )
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    icp_number = models.CharField(_("ICP filing number"), max_length=60, blank=True)
    psb_number = models.CharField(_("public security filing number"), max_length=60, blank=True)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name_zh"),
                FieldPanel("name_en"),
                FieldPanel("promise_zh"),
                FieldPanel("promise_en"),
            ],
            heading=_("Name and promise"),
        ),
        MultiFieldPanel(
            [FieldPanel("contact_email"), FieldPanel("icp_number"), FieldPanel("psb_number")],
            heading=_("Footer"),
        ),
    ]

    class Meta:
        verbose_name = _("site identity")

    @property
    def full_name(self) -> str:
        return f"{self.name_zh} · {self.name_en}"

    @property
    def promise(self) -> str:
        return self.promise_en if get_language() == "en" else self.promise_zh
