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
from courseware.catalogue.reading.versions import versions_of
from courseware.network.agreements import objections
from courseware.network.territory import Territory
from home.headings import headings
from home.languages import alternates_once, language_name
from home.locales import language_of
from home.models import SiteIdentity
from home.streams import prefetch_files, walk_page
from home.webvtt import start_asked_for


def shared(request, page) -> dict:
    """Credits, licence, citation and dates, the same for all kinds."""
    credit_lines = credits_of(page)
    branch = Territory.of(request).branch_of(page)
    identity = SiteIdentity.for_request(request) if Site.find_for_request(request) else SiteIdentity()
    address = request.build_absolute_uri(page.get_url(request) or request.path)
    versions = versions_of(page)
    return {
        "address": address,
        "crumbs": [link_to(request, branch, language_of(branch))] if branch and branch.live else [],
        "credits": credit_lines,
        "licence": licence_of(page),
        "citation": citation(
            page,
            credit_lines,
            site_name=identity.full_name,
            address=address,
        ),
        "updated": page.last_published_at,
        "versions": versions,
        "is_corrected": bool(versions) and versions[0].is_correction,
    }


def link_to(request, page, language: str) -> dict:
    return {"title": page.title, "url": page.get_url(request), "language": language}


def institution_link(request, institution) -> dict:
    """An institution with the address of its page, empty where it has none."""
    page = Territory.of(request).page_of(institution)
    return {"title": str(institution), "url": page.get_url(request) if page else "", "language": ""}


def course(request, page) -> dict:
    modules = outline_of(request, page)
    lead = Territory.of(request).institution_of(page)
    partners = list(page.partners.select_related("institution").order_by("sort_order", "pk"))
    lapsed = objections(lead, [row.institution for row in partners], page.licence) if lead else ()
    return shared(request, page) | {
        "lead": institution_link(request, lead) if lead else None,
        "partners": [institution_link(request, row.institution) for row in partners],
        "agreement_has_lapsed": any(lapsed),
        "outline": modules,
        "start": start_of(modules),
        "prerequisites": [
            link_to(request, entry.value, "")
            for entry in page.prerequisites
            if entry.value and entry.value.live
        ],
        "languages": alternates_once(request, page),
        "keywords": [tag.label for tag in page.tags.all()],
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
        "course": link_to(request, from_course, language_of(from_course)),
        "outline": modules,
        "previous": beside.previous,
        "next": beside.next,
    }


def lesson(request, page) -> dict:
    prefetch_files(page)
    texts = (str(value) for block, value in walk_page(page, ["body"]) if block.name == "text" and value)
    context = shared(request, page) | _within_course(request, page)
    if context["course"]:
        context["crumbs"].append(context["course"])
    return context | {"toc": list(chain.from_iterable(headings(text) for text in texts))}


def lecture(request, page) -> dict:
    media = page.media
    context = shared(request, page) | _within_course(request, page)
    tracks = sorted(media.tracks.all(), key=lambda track: track.language) if media else []
    transcript = page.transcript
    reader = language_of(page)
    return context | {
        "video": media
        and {
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
        "start_at": start_asked_for(request.GET.get("t", "")) or 0,
        "downloads": [],
    }


def other_ages(request, page) -> list:
    """The same complaint at another age, up to three."""
    model = type(page)
    others = (
        model.objects.published()
        .filter(locale_id=page.locale_id, complaint_id=page.complaint_id)
        .exclude(age_band=page.age_band)
        .select_related("cover")
        .defer_streamfields()
        .order_by("age_days")[:3]
    )
    return cards_for(request, others) if page.complaint_id else []
