"""The sitemap: every published page and every list, with the same page in the other language."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from courseware.catalogue.models import CasePage, CoursePage, LecturePage, LessonPage
from courseware.network.models import InstitutionPage, Person, Section
from home.models import HomePage, StandardPage

LANGUAGES = ["zh-hans", "en"]


class PageSitemap(Sitemap):
    """Published pages of one kind; alternates are named on each page itself."""

    def __init__(self, model):
        self.model = model

    def items(self):
        return self.model.objects.published().defer_streamfields().order_by("path")

    def location(self, page) -> str:
        return page.get_url()

    def lastmod(self, page):
        return page.last_published_at


class ListSitemap(Sitemap):
    """The lists and the text of the site that are no pages."""

    i18n = True
    languages = LANGUAGES
    alternates = True
    x_default = False

    def items(self):
        return [
            "catalogue:courses",
            "catalogue:cases",
            "catalogue:lectures",
            "network:institutions",
            "network:people",
            "network:sections",
        ]

    def location(self, name: str) -> str:
        return reverse(name)


class RecordSitemap(Sitemap):
    """People and sections."""

    i18n = True
    languages = LANGUAGES
    alternates = True

    def __init__(self, model):
        self.model = model

    def items(self):
        return self.model.objects.order_by("pk")

    def location(self, record) -> str:
        return record.get_absolute_url()


SITEMAPS = {
    model._meta.model_name: PageSitemap(model)
    for model in (HomePage, StandardPage, InstitutionPage, CoursePage, LessonPage, CasePage, LecturePage)
} | {"lists": ListSitemap(), "people": RecordSitemap(Person), "sections": RecordSitemap(Section)}
