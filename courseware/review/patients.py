"""What of a page concerns a real child."""

from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page
from wagtailmedia.blocks import AbstractMediaChooserBlock

from courseware.catalogue.enums import ConsentKind
from courseware.catalogue.models import CasePage, LecturePage
from home.streams import walk_page


def shows_patients(page: Page) -> bool:
    """Whether somebody has to look at a page for the children in it: cases, films, pictures marked as of a patient."""
    if isinstance(page, CasePage) or (isinstance(page, LecturePage) and page.media_id):
        return True
    cover = getattr(page, "cover", None)
    if cover is not None and cover.shows_patient:
        return True
    return any(_may_show_one(block, value) for block, value in walk_page(page) if value is not None)


def _may_show_one(block, value) -> bool:
    if isinstance(block, AbstractMediaChooserBlock):
        return True
    return isinstance(block, ImageChooserBlock) and value.shows_patient


def consent_is_missing(page: Page) -> list[str]:
    """Names of the parts of a case's consent record that are not filled in; empty for other pages.

    A fictional or composite case is nobody's: it needs neither a year nor an institution that keeps a paper.
    """
    if not isinstance(page, CasePage):
        return []
    needed = ["consent_kind"]
    if page.consent_kind and not ConsentKind(page.consent_kind).is_invented:
        needed += ["consent_holder", "consent_year"]
    return [str(page._meta.get_field(name).verbose_name) for name in needed if not getattr(page, name)]
