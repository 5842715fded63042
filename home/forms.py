"""Upload forms that refuse what would break later, with a sentence instead of an error page."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm

from home.privacy.images import decode


class TeachingImageForm(BaseImageForm):
    """Stock opens an image's header only: a truncated file is stored and every page with it fails."""

    def clean_file(self):
        file = self.cleaned_data.get("file")
        if "file" not in self.changed_data or not file:
            return file
        try:
            decode(file)
        except OSError as error:
            raise ValidationError(
                _("This image is damaged or cut off: it cannot be read to its end. Please export it again.")
            ) from error
        return file
