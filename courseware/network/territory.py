"""Which institution a page belongs to: the one in whose branch it stands."""

from functools import cached_property

from treebeard.mp_tree import MP_Node
from wagtail.models import Page

from courseware.network.models import Institution, InstitutionPage
from home.locales import active_locale

# Institution pages stand directly below a front page: root, front page, institution.
BRANCH_LENGTH = 3 * MP_Node.steplen


class Territory:
    """The branches of all institutions, loaded once: one query, however many pages are asked about."""

    @classmethod
    def of(cls, request) -> "Territory":
        """The territory as this request sees it."""
        if not hasattr(request, "_territory"):
            request._territory = cls()
        return request._territory

    @cached_property
    def branches(self) -> dict[str, InstitutionPage]:
        """Institution pages by tree path, published or not."""
        pages = InstitutionPage.objects.select_related("institution").defer_streamfields()
        return {page.path: page for page in pages.order_by("institution_id", "path")}

    def branch_of(self, page: Page) -> InstitutionPage | None:
        return self.branches.get(page.path[:BRANCH_LENGTH])

    def institution_of(self, page: Page) -> Institution | None:
        """The institution whose branch holds `page`; None outside all branches."""
        branch = self.branch_of(page)
        return branch.institution if branch else None

    def page_of(self, institution: Institution) -> InstitutionPage | None:
        """The published page of an institution, in the reader's language where there is one."""
        pages = [
            page for page in self.branches.values() if page.institution_id == institution.pk and page.live
        ]
        own = [page for page in pages if page.locale_id == active_locale().pk]
        return (own or pages or [None])[0]

    def paths_of(self, institution: Institution) -> list[str]:
        return [path for path, page in self.branches.items() if page.institution_id == institution.pk]


def institution_of(page: Page) -> Institution | None:
    """The institution of one page, where there is no request to remember it for. One query."""
    branch = (
        InstitutionPage.objects.filter(path=page.path[:BRANCH_LENGTH]).select_related("institution").first()
    )
    return branch.institution if branch else None
