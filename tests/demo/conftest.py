"""Shelves on which every key stands for the one page, figure, film and term that there are."""

from dataclasses import dataclass

import pytest

from courseware.catalogue.enums import Vocabulary
from courseware.catalogue.models import Term
from courseware.demo.figures import FIGURES
from courseware.demo.texts import LibraryError
from tests.factories.catalogue import CoursePageFactory, LessonPageFactory
from tests.factories.home import ImageFactory, MediaFactory


@dataclass
class OneOfEach:
    """Answers with numbers; a figure must be one that can be drawn."""

    page: int = 1
    image: int = 2
    media: int = 3
    term: int = 4

    def page_id(self, key: str) -> int:
        return self.page

    def image_id(self, name: str, language: str) -> int:
        if name not in FIGURES:
            raise LibraryError(f"there is no figure {name!r}")
        return self.image

    def media_id(self, key: str) -> int:
        return self.media

    def competency_id(self, code: str) -> int:
        return self.term


@pytest.fixture
def numbers() -> OneOfEach:
    """Numbers of nothing: enough to convert."""
    return OneOfEach()


@pytest.fixture
def one_of_each(home_zh) -> OneOfEach:
    """Numbers of real rows: enough to clean."""
    return OneOfEach(
        page=LessonPageFactory(parent=CoursePageFactory(parent=home_zh)).pk,
        image=ImageFactory().pk,
        media=MediaFactory().pk,
        term=Term.objects.of(Vocabulary.COMPETENCY).first().pk,
    )
