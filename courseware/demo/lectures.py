"""Lecture films: rendered by script, with their captions."""

import tempfile
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path

from django.core.files import File

from courseware.demo import films
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


class FilmStudio:
    """Renders films in a second process while the first one loads pages."""

    def __init__(self, entries: Iterable[Entry]):
        self._stack = ExitStack()
        self._films: dict[str, Future[Path]] = {}
        self._wanted = [entry for entry in entries if _kept(entry) is None]

    def __enter__(self) -> "FilmStudio":
        if self._wanted:
            folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
            # Spawned, not forked: the child must not inherit the database connection.
            pool = self._stack.enter_context(ProcessPoolExecutor(1, mp_context=get_context("spawn")))
            for entry in self._wanted:
                self._films[entry.key] = pool.submit(films.render, entry.data, folder / f"{entry.key}.mp4")
        return self

    def __exit__(self, *details) -> None:
        for film in self._films.values():
            film.cancel()
        self._stack.close()

    def take(self, entry: Entry) -> Path:
        """The film of a lecture; waits until it is rendered."""
        return self._films[entry.key].result()


def _kept(entry: Entry) -> TeachingMedia | None:
    return TeachingMedia.objects.filter(title=chinese(entry.data["title"]), source="demo").first()


def load_media(entry: Entry, shelves: LibraryShelves, studio: FilmStudio) -> None:
    """Keep the film of a lecture with its captions."""
    media = _kept(entry)
    if media is None:
        path = studio.take(entry)
        poster = path.with_suffix(".jpg")
        films.poster(entry.data).convert("RGB").save(poster, "JPEG", quality=85)
        with path.open("rb") as video, poster.open("rb") as picture:
            media = TeachingMedia.objects.create(
                title=chinese(entry.data["title"]),
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
        if language == "zh" or entry.has_english:
            MediaTrack.objects.update_or_create(
                media=media, language=code, defaults={"vtt": films.captions(entry.data, language)}
            )
    shelves.media[entry.key] = media.pk
