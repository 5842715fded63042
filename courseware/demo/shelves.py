"""Keys of the library and the rows they stand for; files are made when they are first asked for."""

from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from wagtail.models import Collection

from courseware.catalogue.enums import Vocabulary
from courseware.catalogue.models import Term
from courseware.demo import figures
from courseware.demo.texts import LibraryError
from home.enums import Licence
from home.models import TeachingImage

FIGURES_CREDIT = {"zh": "童医共建图示组", "en": "PedCommons illustration group"}


class LibraryShelves:
    """Remembers what was loaded in this run."""

    def __init__(self):
        self.pages: dict[str, int] = {}
        self.media: dict[str, int] = {}
        self._images: dict[str, int] = dict(
            TeachingImage.objects.filter(source="demo").values_list("title", "pk")
        )
        self._terms = {(term.vocabulary, term.code): term.pk for term in Term.objects.all()}

    def page_id(self, key: str) -> int:
        return self._known(self.pages, key, "page")

    def media_id(self, key: str) -> int:
        return self._known(self.media, key, "video")

    def term_id(self, vocabulary: Vocabulary, code: str) -> int:
        return self._known(self._terms, (vocabulary.value, code), "term")

    def competency_id(self, code: str) -> int:
        return self.term_id(Vocabulary.COMPETENCY, code)

    def image_id(self, name: str, language: str) -> int:
        """The figure in one language, drawn once."""
        title = f"{name} ({language})"
        if title not in self._images:
            try:
                picture = figures.draw(name, language)
            except KeyError as error:
                raise LibraryError(f"there is no figure {name!r}") from error
            content = BytesIO()
            picture.convert("RGB").save(content, "PNG", optimize=True)
            image = TeachingImage.objects.create(
                title=title,
                file=ContentFile(content.getvalue(), name=f"{name}-{language}.png"),
                description=name.replace("-", " "),
                credit=FIGURES_CREDIT[language],
                source="demo",
                licence=Licence.CC_BY,
                collection=Collection.get_first_root_node(),
            )
            self._images[title] = image.pk
        return self._images[title]

    @staticmethod
    def _known(shelf: dict, key, what: str) -> int:
        if key not in shelf:
            raise LibraryError(f"there is no {what} {key!r} in the library")
        return shelf[key]


LIBRARY = Path(__file__).resolve().parent / "library"
