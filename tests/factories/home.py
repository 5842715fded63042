"""Accounts, pages and files."""

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory
from wagtail.models import Page

from home.models import (
    HomePage,
    MediaTrack,
    StandardPage,
    TeachingDocument,
    TeachingImage,
    TeachingMedia,
    User,
)
from tests.factories.pictures import png
from tests.factories.review import approve


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"teacher-{n}")
    email = factory.Sequence(lambda n: f"teacher-{n}@example.org")
    password = factory.django.Password("correct horse")


def front_page(language: str = "zh-hans") -> HomePage:
    """The front page that the migrations made."""
    return HomePage.objects.get(locale__language_code=language)


def publish(page: Page) -> Page:
    """`page`, published as the review publishes it."""
    revision = page.save_revision()
    approve(revision)
    revision.publish()
    page.refresh_from_db()
    return page


def retitle_draft(page: Page, title: str) -> Page:
    """`page`, with a title that stands in its newest draft alone."""
    draft = page.get_latest_revision_as_object()
    draft.title = title
    draft.save_revision()
    page.refresh_from_db()
    return page


class PageFactory(DjangoModelFactory):
    """A page below `parent`, published unless ``live=False``; `twin` is the page that it translates."""

    class Meta:
        abstract = True

    title = factory.Sequence(lambda n: f"页面 {n}")
    slug = factory.Sequence(lambda n: f"page-{n}")

    @classmethod
    def _create(cls, model_class, *, parent=None, live=True, twin=None, **fields):
        above = Page.objects.get(pk=(parent or front_page()).pk)  # with its newest number of children
        page = model_class(live=False, locale=above.locale, **fields)
        if twin:
            page.translation_key = twin.translation_key
        above.add_child(instance=page)
        if live:
            return publish(page)
        page.save_revision()
        page.refresh_from_db()
        return page


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage


class ImageFactory(DjangoModelFactory):
    class Meta:
        model = TeachingImage

    title = factory.Sequence(lambda n: f"图 {n}")
    file = factory.LazyFunction(lambda: ContentFile(png(), name="picture.png"))


class DocumentFactory(DjangoModelFactory):
    class Meta:
        model = TeachingDocument

    title = factory.Sequence(lambda n: f"教案 {n}")
    file = factory.LazyFunction(lambda: ContentFile(b"plan", name="plan.txt"))


class MediaFactory(DjangoModelFactory):
    class Meta:
        model = TeachingMedia

    title = factory.Sequence(lambda n: f"录像 {n}")
    type = "video"
    duration = 60
    file = factory.LazyFunction(lambda: ContentFile(bytes(range(256)), name="lecture.mp4"))


class TrackFactory(DjangoModelFactory):
    class Meta:
        model = MediaTrack

    media = factory.SubFactory(MediaFactory)
    language = "zh-hans"
    vtt = "WEBVTT\n\n00:01.000 --> 00:04.000\n大家好\n"
