"""Building blocks of flow charts, ladders and tables, so that their figures only state content."""

from __future__ import annotations

from collections.abc import Sequence

from .canvas import Canvas
from .palette import GREY, INK, NAVY, PAPER, RULE, Text


def down(canvas: Canvas, x: float, top: float, bottom: float, label: Text = "", color: str = GREY) -> None:
    """An arrow downward with a word beside it."""
    canvas.arrow((x, top), (x, bottom), color, 4, 14)
    if label:
        canvas.text((x + 14, (top + bottom) / 2 - 3), label, 25, color, bold=True, anchor="lm")


def table(
    canvas: Canvas,
    left: float,
    top: float,
    widths: Sequence[float],
    heights: Sequence[float],
    rows: Sequence[Sequence[Text]],
    fills: Sequence[str],
    size: float = 26,
) -> None:
    """A grid whose first row and column are headings and whose columns are tinted by ``fills``."""
    y = top
    for i, (row, height) in enumerate(zip(rows, heights, strict=True)):
        x = left
        for j, (cell, width) in enumerate(zip(row, widths, strict=True)):
            heading = i == 0 or j == 0
            canvas.rect((x, y, x + width, y + height), fills[j] if i else NAVY, RULE, 2)
            ink = "#ffffff" if i == 0 else NAVY if heading else INK
            canvas.text(
                (x + width / 2, y + height / 2),
                cell,
                size,
                ink,
                bold=heading,
                width=width - 14,
                lines=max(1, int(height / (size * 1.3))),
            )
            x += width
        y += height


def lane(
    canvas: Canvas,
    box: tuple[float, float, float, float],
    head: Text,
    lines: Sequence[Text],
    color: str,
    pale: str,
    size: float = 26,
) -> None:
    """A vertical lane: coloured head, then short paragraphs on a pale ground, evenly spread."""
    left, top, right, bottom = box
    canvas.rect(box, pale, None, radius=14)
    canvas.rect((left, top, right, top + 74), color, None, radius=14)
    canvas.text(((left + right) / 2, top + 37), head, 29, PAPER, bold=True, width=right - left - 20, lines=2)
    share = (bottom - top - 90) / len(lines)
    for i, line in enumerate(lines):
        middle = top + 84 + share * (i + 0.5)
        canvas.text(
            ((left + right) / 2, middle),
            line,
            size,
            INK,
            width=right - left - 28,
            lines=max(1, int(share / (size * 1.3))),
        )
        if i:
            canvas.line([(left + 30, middle - share / 2), (right - 30, middle - share / 2)], "#ffffff", 3)
