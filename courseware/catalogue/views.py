"""The lists of the catalogue."""

from django.utils.translation import gettext as _

from courseware.catalogue import facets
from courseware.catalogue.models import CasePage, CoursePage, LecturePage
from courseware.catalogue.reading.cards import cards_for
from home.listing import Shelf, show
from home.locales import active_locale


def _entries(model):
    pages = model.objects.published().offered_in(active_locale()).select_related("cover")
    if model is LecturePage:
        pages = pages.select_related("media")  # its length is the lecture's
    return pages.defer_streamfields().order_by("-first_published_at", "-pk")


def _shelf(model, title: str, intro: str, shelf_facets) -> Shelf:
    return Shelf(
        title=title,
        intro=intro,
        kind=model.kind.value,
        entries=_entries(model),
        facets=shelf_facets,
        to_cards=cards_for,
        template="catalogue/listing.html",
    )


def courses(request):
    intro = _(
        "Written together by several institutions; free to read, free to reuse under the licence named."
    )
    return show(request, _shelf(CoursePage, _("Courses"), intro, facets.course_facets()))


def cases(request):
    intro = _("Children's cases, opened stage by stage. The diagnosis waits until you have thought about it.")
    return show(request, _shelf(CasePage, _("Cases"), intro, facets.case_facets()))


def lectures(request):
    intro = _("Recorded lectures with captions, chapters and a transcript.")
    return show(request, _shelf(LecturePage, _("Lectures"), intro, facets.lecture_facets()))
