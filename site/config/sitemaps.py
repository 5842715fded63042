"""The sitemap: every published page and every list, with the same page in the other language."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from courseware.catalogue.models import CasePage, CoursePage, LecturePage, LessonPage
from courseware.network.models import InstitutionPage, Person, Section
from home.models import HomePage, StandardPage

LANGUAGES = [code for code, _name in settings.LANGUAGES]


class PageSitemap(Sitemap):
    """Published pages of one kind in one language; alternates are named on each page itself."""

    def __init__(self, model, language: str):
        self.model, self.language = model, language

    def items(self):
        pages = self.model.objects.published().filter(locale__language_code=self.language)
        return pages.defer_streamfields().order_by("path")

    def location(self, page) -> str:
        return page.get_url()

    def lastmod(self, page):
        return page.last_published_at


class ViewSitemap(Sitemap):
    """Addresses that are no pages, in one language, each with its twin."""

    i18n = True

    def __init__(self, language: str):
        self.languages = [language]


class ListSitemap(ViewSitemap):
    """The lists."""

    def items(self):
        return [
            "catalogue:courses",
            "catalogue:cases",
            "catalogue:lectures",
            "network:institutions",
            "network:people",
            "network:sections",
            "errata:list",
        ]

    def location(self, name: str) -> str:
        return reverse(name)


class RecordSitemap(ViewSitemap):
    """People or sections."""

    def __init__(self, model, language: str):
        super().__init__(language)
        self.model = model

    def items(self):
        return self.model.objects.order_by("pk")

    def location(self, record) -> str:
        return record.get_absolute_url()


PAGES = (HomePage, StandardPage, InstitutionPage, CoursePage, LessonPage, CasePage, LecturePage)
SITEMAPS = {}
for code in LANGUAGES:
    SITEMAPS |= {f"{code}-{model._meta.model_name}": PageSitemap(model, code) for model in PAGES}
    SITEMAPS[f"{code}-lists"] = ListSitemap(code)
    SITEMAPS[f"{code}-people"] = RecordSitemap(Person, code)
    SITEMAPS[f"{code}-sections"] = RecordSitemap(Section, code)
