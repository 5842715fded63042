"""Lecture films: rendered by script, with their captions."""

import tempfile
from pathlib import Path

from django.core.files import File

from courseware.demo.pages import Entry
from courseware.demo.shelves import LibraryShelves
from courseware.demo.texts import chinese
from home.models import MediaTrack, TeachingMedia


def as_lecture(data: dict) -> dict:
    """The file of a film with its chapters, references and speaker as blocks and credits of a page."""
    return data | {
        "chapters": [{"chapter": chapter} for chapter in data["chapters"]],
        "references": [{"reference": reference} for reference in data["references"]],
        "contributions": [
            {"person": data["speaker"], "institution": data["institution"], "roles": ["lecturer"]}
        ],
    }


def load_media(entry: Entry, shelves: LibraryShelves) -> None:
    """Render the film of a lecture and keep it with its captions."""
    # Drawing and encoding are heavy to import; a site that loads no demo never needs them.
    from courseware.demo import films

    title = chinese(entry.data["title"])
    media = TeachingMedia.objects.filter(title=title, source="demo").first()
    if media is None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{entry.key}.mp4"
            poster = Path(folder) / f"{entry.key}.jpg"
            films.render(entry.data, path)
            films.poster(entry.data).convert("RGB").save(poster, "JPEG", quality=85)
            with path.open("rb") as video, poster.open("rb") as picture:
                media = TeachingMedia.objects.create(
                    title=title,
                    type="video",
                    file=File(video, name=path.name),
                    thumbnail=File(picture, name=poster.name),
                    duration=sum(slide["seconds"] for slide in entry.data["slides"]),
                    width=1280,
                    height=720,
                    source="demo",
                    licence=entry.data["licence"],
                )
    for language, code in (("zh", "zh-hans"), ("en", "en")):
        if language == "en" and not entry.has_english:
            continue
        MediaTrack.objects.update_or_create(
            media=media, language=code, defaults={"vtt": films.captions(entry.data, language)}
        )
    shelves.media[entry.key] = media.pk
