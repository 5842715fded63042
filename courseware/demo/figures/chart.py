"""Axes with units: the frame that every curve and point is plotted in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .canvas import Box, Canvas, Point, smooth
from .palette import GREY, INK, RULE, Text


class Chart:
    """A plotting frame inside ``box`` of a canvas, mapping data to logical units."""

    def __init__(self, canvas: Canvas, box: Box, x: tuple[float, float], y: tuple[float, float]) -> None:
        self.canvas, self.box, self.x, self.y = canvas, box, x, y

    def at(self, x: float, y: float) -> Point:
        """Where a data point lies on the canvas."""
        left, top, right, bottom = self.box
        return (
            left + (x - self.x[0]) / (self.x[1] - self.x[0]) * (right - left),
            bottom - (y - self.y[0]) / (self.y[1] - self.y[0]) * (bottom - top),
        )

    def axes(
        self,
        x_ticks: Iterable[float],
        y_ticks: Iterable[float],
        x_label: Text,
        y_label: Text,
        size: float = 26,
    ) -> None:
        """Grid lines, tick numbers and both labels; the vertical label stands above its axis, where
        it can be read.
        """
        left, top, right, bottom = self.box
        for tick in y_ticks:
            y = self.at(self.x[0], tick)[1]
            self.canvas.line([(left, y), (right, y)], RULE, 1.5)
            self.canvas.text((left - 12, y), f"{tick:g}", size, GREY, anchor="rm")
        for tick in x_ticks:
            x = self.at(tick, self.y[0])[0]
            self.canvas.line([(x, bottom), (x, bottom + 8)], GREY, 2)
            self.canvas.text((x, bottom + 24), f"{tick:g}", size, GREY)
        self.canvas.line([(left, top), (left, bottom), (right, bottom)], GREY, 2.5)
        self.canvas.text((left - 40, top - 30), y_label, size, INK, anchor="lm")
        self.canvas.text((right, bottom + 54), x_label, size, INK, anchor="rm")

    def curve(self, data: Sequence[Point], color: str, width: float = 4, dash: float = 0) -> None:
        """A smooth line through the data."""
        self.canvas.line(smooth([self.at(x, y) for x, y in data]), color, width, dash)

    def band(self, lower: Sequence[Point], upper: Sequence[Point], fill: str) -> None:
        """The area between two curves."""
        below = smooth([self.at(x, y) for x, y in lower])
        above = smooth([self.at(x, y) for x, y in upper])
        self.canvas.shape([*below, *reversed(above)], fill)

    def points(self, data: Sequence[Point], color: str, radius: float = 9) -> None:
        """White-rimmed markers, visible on any band."""
        for x, y in data:
            self.canvas.dot(self.at(x, y), radius, color, "#ffffff", 3)
