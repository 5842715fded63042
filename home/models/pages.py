"""The page that every page is, and the pages of the ground floor."""

from django.db import models, transaction
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction, TaskState
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home import publication
from home.blocks import (
    ExternalLinkBlock,
    FigureBlock,
    KeyPointBlock,
    TableBlock,
    TextBlock,
    VideoBlock,
)
from home.contents import contents
from home.links import serving_links
from home.page_form import PageForm
from home.permissions import GatedPagePermissionTester
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

    def save(self, *args, **kwargs):
        """As stock; PublicationRefused when it would show readers what the gate has not let through."""
        if publication.may_write(self, kwargs.get("update_fields")):
            return super().save(*args, **kwargs)
        return None

    def save_revision(self, *args, overwrite_revision=None, **kwargs):
        """As stock, but a revision that was submitted is never rewritten: autosave begins a new one.

        Stock overwrites it in place, and what was approved would no longer be what is published. And a saving that
        changes nothing is none while the text is judged: the editor's form takes an untouched case for changed, and
        whoever approved it there would become its reviser.
        """
        if self.latest_revision and _is_judged(self.latest_revision) and _says_the_same(self):
            return self.latest_revision
        if (
            overwrite_revision
            and overwrite_revision == self.latest_revision
            and _is_settled(overwrite_revision)
        ):
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    @transaction.atomic
    def publish(self, revision, *args, **kwargs):
        """As stock, through the gate."""
        with publication.opened(self.pk, revision):
            return super().publish(revision, *args, **kwargs)

    def copy(self, *args, **kwargs):
        """As stock, but a copy is a draft: what was reviewed is the page that it was made from."""
        return super().copy(*args, **kwargs | {"keep_live": False})

    def create_alias(self, **options):
        """As stock, of what is public: stock copies the object in hand, which may be a draft."""
        return super(BasePage, type(self).objects.get(pk=self.pk)).create_alias(**options)

    def permissions_for_user(self, user) -> GatedPagePermissionTester:
        return GatedPagePermissionTester(user, self)

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


def _is_settled(revision) -> bool:
    """Whether somebody was asked to judge a revision, or it is the public one."""
    return revision.task_states.exists() or revision.approved_go_live_at is not None or _is_live(revision)


def _is_judged(revision) -> bool:
    return revision.task_states.filter(status=TaskState.STATUS_IN_PROGRESS).exists()


def _says_the_same(page) -> bool:
    """Whether the page in hand has the contents of its newest revision."""
    now, then = contents(page.serializable_data()), contents(page.latest_revision.content)
    return all(
        now.get(name) == then.get(name) for name in (now.keys() | then.keys()) - publication.BOOKKEEPING
    )


def _is_live(revision) -> bool:
    return Page.objects.filter(pk=revision.object_id, live_revision=revision).exists()


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
