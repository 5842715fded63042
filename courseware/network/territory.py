"""Which institution a page belongs to: the one in whose branch it stands."""

from collections.abc import Iterable

from treebeard.mp_tree import MP_Node
from wagtail.models import Page

from courseware.network.models import Institution, InstitutionPage

# Institution pages stand directly below a front page: root, front page, institution.
BRANCH_LENGTH = 3 * MP_Node.steplen


def institutions_of(pages: Iterable[Page]) -> dict[int, Institution]:
    """The institution of each page by the page's id; pages outside all branches are left out. One query."""
    paths = {page.pk: page.path[:BRANCH_LENGTH] for page in pages if page.depth >= 3}
    branches = InstitutionPage.objects.filter(path__in=set(paths.values())).select_related("institution")
    owners = {branch.path: branch.institution for branch in branches}
    return {pk: owners[path] for pk, path in paths.items() if path in owners}


def institution_of(page: Page) -> Institution | None:
    """The institution whose branch holds `page`; None outside all branches. One query."""
    return institutions_of([page]).get(page.pk)
