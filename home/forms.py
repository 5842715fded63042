"""Upload forms that refuse what would break later, with a sentence instead of an error page."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from home.privacy.images import decode, size_of


class WholeImageField(WagtailImageField):
    """Stock reads every pixel before it counts them, and a cut-off file is its HTTP 500 (Willow raises OSError)."""

    def check_image_pixel_size(self, f):
        try:
            width, height = size_of(f)
            if width * height <= self.max_image_pixels:
                decode(f)
                return
        except Image.DecompressionBombError:
            super().check_image_pixel_size(f)
        except OSError as error:
            raise ValidationError(
                _("This image is damaged or cut off: it cannot be read to its end. Please export it again.")
            ) from error
        raise ValidationError(
            self.error_messages["file_too_many_pixels"]
            % {"num_pixels": width * height, "max_pixels_count": self.max_image_pixels},
            code="file_too_many_pixels",
        )


class TeachingImageForm(BaseImageForm):
    """Every upload form of the admin is made from this one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if stock := self.fields.get("file"):
            # Wagtail builds the field itself (wagtail/images/forms.py: formfield_for_dbfield).
            self.fields["file"] = WholeImageField(
                label=stock.label, required=stock.required, help_text=stock.help_text, widget=stock.widget
            )
