"""Body outlines that several figures share."""

from __future__ import annotations

from .canvas import Canvas, Point, closed
from .palette import RULE

SKIN, EDGE = "#f7e6da", "#8a6f5e"


def infant_outline(canvas: Canvas, x: float, y: float, zones: tuple[str, str, str, str, str]) -> None:
    """A newborn lying, seen from the front, centred at ``x``; one fill per Kramer zone."""
    head, upper, lower, limbs, ends = zones
    for side in (-1, 1):
        _limb(
            canvas,
            [(x + side * 62, y - 92), (x + side * 112, y - 40), (x + side * 140, y + 16)],
            40,
            limbs,
        )
        canvas.dot((x + side * 146, y + 34), 24, ends, EDGE, 3)
        _limb(canvas, [(x + side * 38, y + 92), (x + side * 62, y + 140)], 56, lower)
        _limb(canvas, [(x + side * 66, y + 150), (x + side * 60, y + 206)], 46, limbs)
        canvas.ellipse((x + side * 66 - 30, y + 210, x + side * 66 + 30, y + 246), ends, EDGE, 3)
    trunk = closed(
        [
            (x - 56, y - 112),
            (x + 56, y - 112),
            (x + 76, y - 40),
            (x + 72, y + 40),
            (x + 58, y + 112),
            (x, y + 128),
            (x - 58, y + 112),
            (x - 72, y + 40),
            (x - 76, y - 40),
        ]
    )
    canvas.shape(trunk, upper)
    navel = y + 14
    canvas.shape([point for point in trunk if point[1] >= navel], lower)
    canvas.shape(trunk, None, EDGE, 3)
    canvas.line([(x - 74, navel), (x + 74, navel)], EDGE, 2, dash=8)
    canvas.dot((x, navel), 5, EDGE)
    canvas.ellipse((x - 72, y - 246, x + 72, y - 104), head, EDGE, 3)
    for side in (-1, 1):
        canvas.line(
            closed(
                [
                    (x + side * 26 - 10, y - 176),
                    (x + side * 26, y - 172),
                    (x + side * 26 + 10, y - 176),
                    (x + side * 26, y - 172),
                ]
            ),
            EDGE,
            3,
        )
    canvas.line([(x - 12, y - 140), (x, y - 135), (x + 12, y - 140)], EDGE, 3)


def child_outline(canvas: Canvas, x: float, top: float, back: bool = False) -> dict[str, Point]:
    """A standing child, 450 units tall; returns where the legs, buttocks and arms are."""
    for side in (-1, 1):
        _limb(
            canvas,
            [(x + side * 50, top + 138), (x + side * 84, top + 214), (x + side * 96, top + 282)],
            32,
            SKIN,
        )
        _limb(
            canvas,
            [(x + side * 30, top + 262), (x + side * 34, top + 346), (x + side * 34, top + 428)],
            46,
            SKIN,
        )
        canvas.ellipse((x + side * 40 - 26, top + 424, x + side * 40 + 26, top + 450), SKIN, EDGE, 3)
    canvas.rect((x - 17, top + 88, x + 17, top + 130), SKIN, EDGE, 3)
    canvas.shape(
        closed(
            [
                (x - 52, top + 122),
                (x, top + 112),
                (x + 52, top + 122),
                (x + 50, top + 190),
                (x + 56, top + 258),
                (x + 50, top + 290),
                (x, top + 296),
                (x - 50, top + 290),
                (x - 56, top + 258),
                (x - 50, top + 190),
            ]
        ),
        SKIN,
        EDGE,
        3,
    )
    canvas.ellipse((x - 46, top, x + 46, top + 104), SKIN, EDGE, 3)
    if back:
        canvas.line([(x, top + 246), (x, top + 290)], EDGE, 3)
        canvas.shape(
            closed(
                [
                    (x - 46, top + 52),
                    (x - 30, top + 6),
                    (x + 30, top + 6),
                    (x + 46, top + 52),
                    (x, top + 78),
                ]
            ),
            "#6b5548",
        )
    else:
        canvas.rect((x - 52, top + 250, x + 52, top + 292), "#dbe6ee", RULE, 2, 12)
        for side in (-1, 1):
            canvas.dot((x + side * 17, top + 50), 4, EDGE)
        canvas.line([(x - 10, top + 78), (x, top + 82), (x + 10, top + 78)], EDGE, 3)
    return {"legs": (x, top + 360), "buttocks": (x, top + 270), "arms": (x, top + 240)}


def _limb(canvas: Canvas, points: list[Point], width: float, fill: str) -> None:
    canvas.line(points, EDGE, width + 6)
    canvas.line(points, fill, width)
