"""How internal links of rich text are written."""

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from home.links import known_address


class KnownPageLinkHandler(PageLinkHandler):
    """Writes page links from the lookup of the page being served; stock behaviour elsewhere."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        addresses = [known_address(attrs.get("id", "")) for attrs in attrs_list]
        if None in addresses:
            return super().expand_db_attributes_many(attrs_list)
        return [f'<a href="{escape(address)}">' if address else "<a>" for address in addresses]
