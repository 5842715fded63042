"""Constants shared by every kind of teaching content."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """Licences of open educational resources, with the address of each deed."""

    CC_BY = "cc-by", _("CC BY 4.0 (attribution)")
    CC_BY_NC = "cc-by-nc", _("CC BY-NC 4.0 (attribution, non-commercial)")
    CC_BY_NC_SA = "cc-by-nc-sa", _("CC BY-NC-SA 4.0 (attribution, non-commercial, share alike)")
    CC_BY_SA = "cc-by-sa", _("CC BY-SA 4.0 (attribution, share alike)")
    CC_BY_ND = "cc-by-nd", _("CC BY-ND 4.0 (attribution, no derivatives)")
    CC0 = "cc0", _("CC0 1.0 (public domain)")
    RESERVED = "reserved", _("All rights reserved")
    THIRD_PARTY = "third-party", _("Used with the permission of a third party")

    @property
    def short_label(self) -> str:
        """``CC BY-NC 4.0``, or the label itself for licences that have no short name."""
        label = str(self.label)
        return label.split(" (")[0] if self.deed_url else label

    @property
    def deed_url(self) -> str:
        """Address of the deed at Creative Commons; empty for licences without one."""
        if self in {Licence.RESERVED, Licence.THIRD_PARTY}:
            return ""
        if self == Licence.CC0:
            return "https://creativecommons.org/publicdomain/zero/1.0/"
        return f"https://creativecommons.org/licenses/{self.value.removeprefix('cc-')}/4.0/"


class TrackOrigin(models.TextChoices):
    """How captions came to be: a machine's captions are marked as such."""

    HUMAN = "human", _("Written or checked by a person")
    AUTOMATIC = "automatic", _("Automatic")
