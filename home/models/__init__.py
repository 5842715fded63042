"""Tables of the ground floor."""

from home.models.files import TeachingDocument, TeachingImage, TeachingRendition
from home.models.media import MediaTrack, TeachingMedia
from home.models.pages import BasePage, HomePage, StandardPage
from home.models.settings import SiteIdentity
from home.models.users import User

__all__ = [
    "BasePage",
    "HomePage",
    "MediaTrack",
    "SiteIdentity",
    "StandardPage",
    "TeachingDocument",
    "TeachingImage",
    "TeachingMedia",
    "TeachingRendition",
    "User",
]
