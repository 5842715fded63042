"""Slides of 1280 x 720: large Chinese, a quiet English line beneath, perhaps a figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PIL import Image

from ..figures import draw
from ..figures.canvas import Canvas
from ..figures.palette import CORAL, GREY, INK, NAVY, TEAL, TEAL_MID, font
from .lecture import Lecture, Slide, Words, lecture

SIZE = (1280, 720)


class _Sheet(Canvas):
    """A canvas without a figure's title and note."""

    def __init__(self, ground: str) -> None:
        self.lang, self.size, self.k = "zh", SIZE, 2
        self._blank(ground)

    def reduced(self) -> Image.Image:
        return self.image.resize(SIZE, Image.Resampling.LANCZOS)


def poster(source: Lecture | Mapping[str, Any]) -> Image.Image:
    """The opening slide, which also serves as the film's poster."""
    talk = lecture(source)
    sheet = _Sheet(NAVY)
    sheet.rect((0, 0, 26, 720), TEAL_MID)
    sheet.rect((110, 196, 190, 206), CORAL)
    sheet.text((110, 292), talk.title["zh"], 70, "#ffffff", bold=True, anchor="lm", width=1060, lines=2)
    if "en" in talk.title:
        sheet.text((110, 408), talk.title["en"], 36, "#b9d7e6", anchor="lm", width=1060, lines=2)
    venue = talk.facts.get("venue", {}).get("zh", "")
    sheet.text((110, 600), "童医共建 PedCommons", 32, "#ffffff", bold=True, anchor="lm")
    sheet.text(
        (110, 648),
        f"{venue}    {talk.facts.get('recorded_on', '')}",
        28,
        "#b9d7e6",
        anchor="lm",
        width=1060,
    )
    return sheet.reduced()


def slide_image(talk: Lecture, number: int) -> Image.Image:
    """Slide ``number``, counted from 0; a first slide with nothing on it is the poster."""
    slide = talk.slides[number]
    if number == 0 and not slide.bullets and not slide.figure:
        return poster(talk)
    sheet = _Sheet("#ffffff")
    sheet.rect((0, 0, 1280, 10), TEAL)
    sheet.text((60, 62), slide.title["zh"], 44, NAVY, bold=True, anchor="lm", width=1060)
    if "en" in slide.title:
        sheet.text((60, 108), slide.title["en"], 26, GREY, anchor="lm", width=1160)
    _bullets(sheet, slide, width=1160 if not slide.figure else 330)
    sheet.text((60, 694), f"童医共建 · {talk.title['zh']}", 20, GREY, anchor="lm")
    sheet.text((1220, 694), f"{number + 1} / {len(talk.slides)}", 20, GREY, anchor="rm")
    image = sheet.reduced()
    if slide.figure:
        figure = draw(slide.figure, "zh")
        room = (820, 536) if slide.bullets else (1160, 536)
        scale = min(room[0] / figure.width, room[1] / figure.height)
        figure = figure.resize(
            (round(figure.width * scale), round(figure.height * scale)), Image.Resampling.LANCZOS
        )
        left = 1250 - figure.width if slide.bullets else (1280 - figure.width) // 2
        image.paste(figure, (left, 134 + (536 - figure.height) // 2))
    return image


def _bullets(sheet: Canvas, slide: Slide, width: int) -> None:
    if not slide.bullets:
        return
    narrow = width < 600
    share = min(150, 520 / len(slide.bullets))
    top = 150 + (520 - share * len(slide.bullets)) / 2
    for i, words in enumerate(slide.bullets):
        _bullet(sheet, words, top + share * (i + 0.5), width, 30 if narrow else 40, narrow)


def _bullet(sheet: Canvas, words: Words, middle: float, width: int, size: int, narrow: bool) -> None:
    sheet.rect((60, middle - size * 0.9, 68, middle + size * 0.9), CORAL, radius=4)
    rows = 3 if narrow else 1
    fitted = font(size, True).getlength(words["zh"]) <= width - 30
    lift = 0 if "en" not in words or (narrow and not fitted) else size * 0.42
    sheet.text(
        (88, middle - lift),
        words["zh"],
        size,
        INK,
        bold=True,
        anchor="lm",
        width=width - 30,
        lines=rows,
    )
    if lift:
        sheet.text((88, middle + size * 0.72), words["en"], size * 0.6, GREY, anchor="lm", width=width - 30)
