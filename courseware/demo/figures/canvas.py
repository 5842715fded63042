"""A small vector-like drawing surface on Pillow: logical units, antialiasing, bilingual text that
fits its place.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageDraw
from PIL.ImageFont import FreeTypeFont

from .palette import GREY, INK, NAVY, PAPER, RULE, Lang, Text, font, say
from .wrapping import wrap

Point = tuple[float, float]
Box = tuple[float, float, float, float]

OUTPUT = 1.5  # pixels of the finished image per logical unit
OVERSAMPLE = 2  # drawn larger than this, then reduced, because Pillow does not antialias shapes
NOTE: Text = ("示意图，教学用", "Schematic, for teaching")


class Canvas:
    """A white sheet of 960 x 640 logical units with a title above and the teaching note below."""

    def __init__(self, lang: Lang, title: Text, size: tuple[int, int] = (960, 640), source: str = "") -> None:
        self.lang, self.size, self.k = lang, size, OUTPUT * OVERSAMPLE
        self._blank(PAPER)
        self.text((36, 42), title, 38, NAVY, bold=True, anchor="lm", width=size[0] - 72)
        self.text((36, size[1] - 22), NOTE, 20, GREY, anchor="lm")
        if source:
            self.text((size[0] - 36, size[1] - 22), source, 20, GREY, anchor="rm")

    def _blank(self, ground: str) -> None:
        self.image = Image.new("RGB", (self.px(self.size[0]), self.px(self.size[1])), ground)
        self.pen = ImageDraw.Draw(self.image)

    def px(self, value: float) -> int:
        """Drawing pixels for a length in logical units."""
        return round(value * self.k)

    def _scaled(self, points: Sequence[Point]) -> list[tuple[float, float]]:
        return [(x * self.k, y * self.k) for x, y in points]

    def text(
        self,
        at: Point,
        text: Text,
        size: float = 28,
        color: str = INK,
        *,
        bold: bool = False,
        anchor: str = "mm",
        width: float | None = None,
        lines: int = 1,
    ) -> None:
        """Write text anchored as in Pillow; given ``width`` it wraps to at most ``lines``, then
        shrinks until it fits.
        """
        wording = say(text, self.lang)
        while True:
            face = font(self.px(size), bold)
            rows = wrap(wording, face, self.px(width) if width else None)
            fits = len(rows) <= max(lines, wording.count("\n") + 1)
            fits = fits and (width is None or max(map(face.getlength, rows)) <= self.px(width))
            if fits or size <= 16:
                break
            size -= 1
        leading = size * 1.28
        x, y = at
        if anchor[1] == "m":
            y -= leading * (len(rows) - 1) / 2
        for i, row in enumerate(rows):
            self._row((x, y + i * leading), row, face, color, anchor)

    def _row(self, at: Point, row: str, face: FreeTypeFont, color: str, anchor: str) -> None:
        self.pen.text((at[0] * self.k, at[1] * self.k), row, font=face, fill=color, anchor=anchor)

    def line(self, points: Sequence[Point], color: str = INK, width: float = 3, dash: float = 0) -> None:
        """A polyline with round joints; ``dash`` is the length of dash and gap."""
        runs = _dashes(points, dash) if dash else [list(points)]
        for run in runs:
            scaled = self._scaled(run)
            self.pen.line(scaled, fill=color, width=self.px(width), joint="curve")
            if width >= 3 and not dash:
                radius = self.px(width) / 2
                for x, y in (scaled[0], scaled[-1]):
                    self.pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=color)

    def rect(
        self,
        box: Box,
        fill: str | None = None,
        outline: str | None = None,
        width: float = 2,
        radius: float = 0,
    ) -> None:
        """A rectangle, its corners rounded by ``radius``."""
        scaled = [value * self.k for value in box]
        self.pen.rounded_rectangle(scaled, self.px(radius), fill, outline, self.px(width) if outline else 0)

    def ellipse(
        self, box: Box, fill: str | None = None, outline: str | None = None, width: float = 2
    ) -> None:
        """An ellipse inside ``box``."""
        self.pen.ellipse([value * self.k for value in box], fill, outline, self.px(width) if outline else 0)

    def dot(
        self,
        at: Point,
        radius: float,
        fill: str | None = INK,
        outline: str | None = None,
        width: float = 2,
    ) -> None:
        """A circle round a point."""
        self.ellipse((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), fill, outline, width)

    def shape(
        self,
        points: Sequence[Point],
        fill: str | None = None,
        outline: str | None = None,
        width: float = 2,
    ) -> None:
        """A closed polygon."""
        if fill:
            self.pen.polygon(self._scaled(points), fill=fill)
        if outline:
            self.line([*points, points[0], points[1]], outline, width)

    def arrow(self, start: Point, end: Point, color: str = INK, width: float = 4, head: float = 14) -> None:
        """A straight arrow whose head scales with ``head``."""
        angle = math.atan2(end[1] - start[1], end[0] - start[0])
        neck = (end[0] - head * math.cos(angle), end[1] - head * math.sin(angle))
        self.line([start, neck], color, width)
        side = head * 0.6
        left = (neck[0] - side * math.sin(angle), neck[1] + side * math.cos(angle))
        right = (neck[0] + side * math.sin(angle), neck[1] - side * math.cos(angle))
        self.shape([end, left, right], color)

    def card(
        self,
        box: Box,
        text: Text,
        size: float = 28,
        *,
        fill: str = PAPER,
        outline: str | None = RULE,
        color: str = INK,
        bold: bool = False,
        lines: int = 3,
        radius: float = 12,
    ) -> None:
        """A rounded box with text in its middle."""
        self.rect(box, fill, outline, 2, radius)
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        fits = max(1, int((box[3] - box[1] - 6) / (size * 1.28)))
        self.text(middle, text, size, color, bold=bold, width=box[2] - box[0] - 20, lines=min(lines, fits))

    def finish(self) -> Image.Image:
        """The finished picture, reduced to its output size."""
        return self.image.resize(
            (round(self.size[0] * OUTPUT), round(self.size[1] * OUTPUT)), Image.Resampling.LANCZOS
        )


def smooth(points: Sequence[Point], steps: int = 12) -> list[Point]:
    """A Catmull-Rom curve through all points."""
    padded = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            curve.append(
                tuple(  # type: ignore[arg-type]
                    0.5
                    * (
                        2 * b
                        + (c - a) * t
                        + (2 * a - 5 * b + 4 * c - d) * t**2
                        + (3 * b - a - 3 * c + d) * t**3
                    )
                    for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
                )
            )
    return [*curve, points[-1]]


def closed(points: Sequence[Point], steps: int = 12) -> list[Point]:
    """A smooth closed outline through all points."""
    ring = smooth([points[-1], *points, points[0], points[1]], steps)
    return ring[steps : -steps - 1]


def ring(centre: Point, radius: float, wobble: float = 0, waves: int = 0, count: int = 120) -> list[Point]:
    """Points of a circle, its radius rippled by ``wobble`` in ``waves`` waves: enough to suggest
    tissue.
    """
    cx, cy = centre
    turn = [2 * math.pi * i / count for i in range(count)]
    return [
        (
            cx + (radius + wobble * math.sin(waves * a)) * math.cos(a),
            cy + (radius + wobble * math.sin(waves * a)) * math.sin(a),
        )
        for a in turn
    ]


def _dashes(points: Sequence[Point], dash: float) -> list[list[Point]]:
    runs: list[list[Point]] = [[points[0]]]
    walked, drawing = 0.0, True
    for (x1, y1), (x2, y2) in pairwise(points):
        length, done = math.hypot(x2 - x1, y2 - y1), 0.0
        while length - done > 1e-6:
            stride = min(dash - walked, length - done)
            done, walked = done + stride, walked + stride
            here = (x1 + (x2 - x1) * done / length, y1 + (y2 - y1) * done / length)
            if drawing:
                runs[-1].append(here)
            if dash - walked < 1e-6:
                walked, drawing = 0.0, not drawing
                if drawing:
                    runs.append([here])
    return [run for run in runs if len(run) > 1]
