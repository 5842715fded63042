"""Leukaemia: blasts crowd normal marrow out.

Source: Hunger SP, Mullighan CG. Acute lymphoblastic leukemia in children. N Engl J Med
2015;373:1541-52.
"""

from __future__ import annotations

import random

from PIL import Image

from .canvas import Canvas
from .palette import CORAL, INK, NAVY, TEAL, Lang, Text

RED_CELL, NEUTROPHIL, PLATELET, BLAST = "#d9736b", "#f0d9a8", "#8aa9d6", "#6a4c93"


def _cell(canvas: Canvas, at: tuple[float, float], kind: str, size: float) -> None:
    x, y = at
    canvas.dot(at, size, kind, "#ffffff", 2)
    if kind == RED_CELL:
        canvas.dot(at, size * 0.42, "#efa8a1")
    elif kind == NEUTROPHIL:
        for dx, dy in ((-0.35, -0.2), (0.1, 0.3), (0.4, -0.25)):
            canvas.dot((x + dx * size, y + dy * size), size * 0.34, "#7c5fa3")
    elif kind == BLAST:
        canvas.dot((x + size * 0.06, y), size * 0.78, "#4b3270")


def marrow(lang: Lang) -> Image.Image:
    """Two marrow spaces, mixed and crowded, and the three lacks that bring the child in."""
    canvas = Canvas(
        lang,
        ("急性白血病：骨髓被“挤占”", "Acute leukaemia: a crowded marrow"),
        source="Hunger 2015",
    )
    for left, name, color, crowded in (
        (36, ("正常骨髓", "Normal marrow"), TEAL, False),
        (492, ("白血病骨髓", "Leukaemic marrow"), CORAL, True),
    ):
        canvas.text((left + 216, 102), name, 30, color, bold=True)
        canvas.rect((left, 128, left + 432, 400), "#fdf6ee", "#e5d2ba", 3, 28)
        dice = random.Random(11)  # noqa: S311 - a fixed scatter of cells
        for row in range(5):
            for column in range(8):
                at = (left + 36 + column * 51 + (row % 2) * 8, 158 + row * 53)
                kind = dice.choice((RED_CELL, RED_CELL, NEUTROPHIL, PLATELET, NEUTROPHIL))
                normal = dice.random() < 0.12
                if crowded and not normal:
                    kind = BLAST
                _cell(canvas, at, kind, {PLATELET: 10, RED_CELL: 17}.get(kind, 22))
    legend: tuple[tuple[str, Text], ...] = (
        (RED_CELL, ("红系", "Red cells")),
        (NEUTROPHIL, ("中性粒", "Neutrophils")),
        (PLATELET, ("血小板", "Platelets")),
        (BLAST, ("原始细胞", "Blasts")),
    )
    for i, (kind, label) in enumerate(legend):
        x = 70 + i * 222
        _cell(canvas, (x, 432), kind, {PLATELET: 10, RED_CELL: 15}.get(kind, 18))
        canvas.text((x + 28, 432), label, 26, INK, anchor="lm")
    lacks: tuple[tuple[Text, Text, str], ...] = (
        (("红细胞 ↓", "Red cells ↓"), ("苍白、乏力", "Pallor, fatigue"), "#fbe5e3"),
        (("中性粒细胞 ↓", "Neutrophils ↓"), ("发热、感染", "Fever, infection"), "#fbf0d6"),
        (("血小板 ↓", "Platelets ↓"), ("瘀点、出血", "Petechiae, bleeding"), "#e6eefa"),
    )
    for i, (head, sign, fill) in enumerate(lacks):
        left = 36 + i * 300
        canvas.rect((left, 470, left + 288, 588), fill, radius=14)
        canvas.text((left + 144, 504), head, 29, NAVY, bold=True)
        canvas.text((left + 144, 552), sign, 29, INK)
    return canvas.finish()
