"""The page that every page is, and the pages of the ground floor."""

from django.db import models
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.blocks import (
    ExternalLinkBlock,
    FigureBlock,
    KeyPointBlock,
    TableBlock,
    TextBlock,
    VideoBlock,
)
from home.links import serving_links
from home.page_form import PageForm
from home.querysets import ContentManager, is_public
from home.slugs import free_slug


class BasePage(Page):
    """What all pages share: one address in both languages, links that cost a constant number of queries."""

    objects = ContentManager()
    base_form_class = PageForm

    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("Address and search engines"),
        )
    ]
    # The same address in every language: a link that is passed on works for both readers.
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta:
        abstract = True

    def full_clean(self, *args, **kwargs) -> None:
        if not self.slug:
            self.slug = free_slug(self, self.title, self.get_parent())
        super().full_clean(*args, **kwargs)

    def get_admin_display_title(self) -> str:
        # Stock shows the draft's title even of live pages, and lists of the admin are seen by other institutions.
        return self.title if self.live else self.draft_title or self.title

    def get_view_restrictions(self):
        """As stock: those of this page, of those above, of what they are aliases of; in one query or none."""
        if getattr(self, "is_public", False):  # found out when the address was looked up
            return PageViewRestriction.objects.none()
        above = [self.path[: depth * self.steplen] for depth in range(1, self.depth + 1)]
        return PageViewRestriction.objects.filter(
            Q(page__path__in=above) | Q(page__aliases__path__in=above)
        ).distinct()

    def respond(self, request):
        """The answer to a reader; a page that does more than show itself overrides this."""
        return super().serve(request)

    def serve(self, request, *args, **kwargs):
        with serving_links(self, request):
            response = self.respond(request)
            # Rendered here, so that the links' cache is still open.
            return response.render() if hasattr(response, "render") else response


class HomePage(BasePage):
    """The front page of one language."""

    body = StreamField(
        [("text", TextBlock()), ("figure", FigureBlock()), ("key_point", KeyPointBlock())],
        verbose_name=_("how to contribute"),
        blank=True,
    )

    parent_page_types = ["wagtailcore.Page"]
    template = "home/home_page.html"

    def route(self, request, path_components):
        """Find the page by its whole address: stock asks twice for every part of it.

        No page of this site takes part in routing itself, so the tree's addresses say it all.
        """
        if not path_components:
            return super().route(request, path_components)
        address = self.url_path + "/".join(path_components) + "/"
        found = Page.objects.filter(url_path=address, path__startswith=self.path)
        page = found.annotate(is_public=is_public()).specific().first()
        if page is None:
            raise Http404
        return page.route(request, [])

    content_panels = [*Page.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")


class StandardPage(BasePage):
    """A page of plain text: about us, how to contribute, terms of use."""

    summary = models.CharField(_("summary"), max_length=300, blank=True)
    body = StreamField(
        [
            ("text", TextBlock()),
            ("figure", FigureBlock()),
            ("table", TableBlock()),
            ("video", VideoBlock()),
            ("key_point", KeyPointBlock()),
            ("external_link", ExternalLinkBlock()),
        ],
        verbose_name=_("text"),
        blank=True,
    )

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    template = "home/standard_page.html"
    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("summary"), index.SearchField("body")]

    class Meta:
        verbose_name = _("text page")
        verbose_name_plural = _("text pages")
