"""The context of each page of the catalogue, as its template expects it."""

from itertools import chain

from wagtail.models import Site

from courseware.catalogue.reading.cards import cards_for
from courseware.catalogue.reading.credits import citation, credits_of, licence_of
from courseware.catalogue.reading.outline import (
    course_come_from,
    neighbours,
    outline_of,
    start_of,
)
from courseware.network.territory import institution_of
from home.headings import headings
from home.languages import alternates, language_name
from home.models import SiteIdentity
from home.streams import prefetch_files, walk_page


def shared(request, page) -> dict:
    """Credits, licence, citation and dates, the same for all kinds."""
    credit_lines = credits_of(page)
    identity = SiteIdentity.for_request(request) if Site.find_for_request(request) else SiteIdentity()
    return {
        "credits": credit_lines,
        "licence": licence_of(page),
        "citation": citation(
            page,
            credit_lines,
            site_name=identity.full_name,
            address=request.build_absolute_uri(page.get_url(request) or request.path),
        ),
        "updated": page.last_published_at,
        "keywords": [tag.label for tag in page.tags.all()],
    }


def link_to(request, page, language: str) -> dict:
    return {"title": page.title, "url": page.get_url(request), "language": language}


def institution_links(request, institutions: list, locale) -> list[dict]:
    """Institutions with the addresses of their pages in the reader's language, else another. One query."""
    if not institutions:
        return []
    pages: dict = {}
    model = institutions[0].pages.model
    copies = model.objects.published().filter(institution__in=institutions).select_related("locale")
    for page in copies.defer_streamfields():
        if page.institution_id not in pages or page.locale_id == locale.pk:
            pages[page.institution_id] = page
    return [
        {
            "title": str(institution),
            "url": pages[institution.pk].get_url(request) if institution.pk in pages else "",
            "language": "",
        }
        for institution in institutions
    ]


def course(request, page) -> dict:
    modules = outline_of(request, page)
    lead = institution_of(page)
    partners = [row.institution for row in page.partners.select_related("institution")]
    links = institution_links(request, [*([lead] if lead else []), *partners], page.locale)
    return shared(request, page) | {
        "lead": links[0] if lead else None,
        "partners": links[1:] if lead else links,
        "outline": modules,
        "start": start_of(modules),
        "prerequisites": [
            link_to(request, entry.value, "") for entry in page.prerequisites if entry.value and entry.value.live
        ],
        "languages": alternates(request, page),
        "specialties": [str(term) for term in page.specialties.all()],
        "audience": [str(term) for term in page.audience.all()],
    }


def _within_course(request, page) -> dict:
    from_course = course_come_from(request, page)
    if from_course is None:
        return {"course": None, "outline": [], "previous": None, "next": None}
    modules = outline_of(request, from_course, current=page)
    beside = neighbours(modules)
    return {
        "course": link_to(request, from_course, from_course.locale.language_code),
        "outline": modules,
        "previous": beside.previous,
        "next": beside.next,
    }


def lesson(request, page) -> dict:
    prefetch_files(page)
    texts = (str(value) for block, value in walk_page(page, ["body"]) if block.name == "text" and value)
    return (
        shared(request, page)
        | _within_course(request, page)
        | {"toc": list(chain.from_iterable(headings(text) for text in texts))}
    )


def lecture(request, page) -> dict:
    media = page.media
    context = shared(request, page) | _within_course(request, page)
    tracks = sorted(media.tracks.all(), key=lambda track: track.language) if media else []
    transcript = page.transcript
    reader = page.locale.language_code
    return context | {
        "video": media and {
            "url": media.url,
            "type": media.mime_type,
            "poster": media.thumbnail.url if media.thumbnail else "",
            "minutes": page.minutes,
        },
        "tracks": [
            {
                "language": track.language,
                "label": language_name(track.language),
                "url": track.get_absolute_url(),
                "is_default": track.language == reader,
            }
            for track in tracks
        ],
        "chapters": [entry.value for entry in page.chapters],
        "cues": transcript.cues if transcript else [],
        "transcript_language": transcript.language if transcript else "",
        "transcript_is_foreign": bool(transcript and transcript.language != reader),
        "transcript_is_automatic": bool(transcript and transcript.origin == "automatic"),
        "speakers": [line for line in context["credits"] if line.is_speaker],
        "start_at": _seconds(request.GET.get("t", "")),
        "downloads": [],
    }


def _seconds(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def other_ages(request, page) -> list:
    """The same complaint at another age, up to three."""
    model = type(page)
    others = (
        model.objects.published()
        .filter(locale_id=page.locale_id, complaint_id=page.complaint_id)
        .exclude(age_band=page.age_band)
        .select_related("locale", "complaint")
        .defer_streamfields()
        .order_by("age_days")[:3]
    )
    return cards_for(request, others) if page.complaint_id else []
