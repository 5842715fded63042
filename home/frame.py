"""What the header and footer of a page need from the page tree, in one query."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page

from home.locales import active_locale, language_of


class Frame:
    """The published copies of the current page, and the text pages that the footer links to."""

    def __init__(self, page: Page | None):
        from home.models import StandardPage  # its module imports this one's neighbours

        text_page = ContentType.objects.get_for_model(StandardPage)
        wanted = Q(content_type=text_page, depth=3, locale=active_locale())
        key = page.translation_key if page is not None and page.pk else None
        if key:
            wanted |= Q(translation_key=key)
        found = list(Page.objects.filter(wanted, live=True).order_by("path"))
        self.copies = {language_of(row): row for row in found if key and row.translation_key == key}
        self.text_pages = [
            row
            for row in found
            if row.content_type_id == text_page.pk and row.depth == 3 and row.locale_id == active_locale().pk
        ]

    @classmethod
    def of(cls, request, page: Page | None = None) -> "Frame":
        """The frame of this request, looked up once."""
        if not hasattr(request, "_frame"):
            request._frame = cls(page)
        return request._frame
