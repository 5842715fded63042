"""Airway: a bronchiole in bronchiolitis, and the ladder of oxygen delivery.

Sources: Ralston SL et al. Pediatrics 2014;134:e1474-502 (AAP, bronchiolitis); WHO, Oxygen therapy
for children, 2016. Oxygen fractions are the customary approximate figures; they vary with the
child's own flow.
"""

from __future__ import annotations

import math

from PIL import Image

from .canvas import Canvas, closed, ring
from .palette import BLUE, BLUE_PALE, CORAL, GREY, INK, MIST, NAVY, TEAL, Lang, Text

MUSCLE, WALL, LUMEN, MUCUS = "#e7b3a6", "#f6d7cd", "#ffffff", "#cfd87e"


def bronchiole(lang: Lang) -> Image.Image:
    """Cross-sections, normal and inflamed, each with its cluster of alveoli."""
    canvas = Canvas(
        lang,
        ("毛细支气管炎：气道变化", "Bronchiolitis: what happens in the airway"),
        source="AAP 2014",
    )
    canvas.text((250, 104), ("正常", "Normal"), 32, TEAL, bold=True)
    canvas.text((640, 104), ("炎症", "Inflamed"), 32, CORAL, bold=True)
    for x, wall, lumen, wave in ((250, 142, 96, 3), (640, 142, 56, 6)):
        centre = (x, 272)
        canvas.shape(ring(centre, wall), MUSCLE, "#b97f70", 3)
        canvas.shape(ring(centre, wall - 16), WALL)
        canvas.shape(ring(centre, lumen, wave, 14), LUMEN, "#c98b7b", 3)
    canvas.shape(
        closed([(590, 262), (610, 236), (640, 252), (654, 280), (640, 316), (610, 316), (592, 296)]),
        MUCUS,
        "#a3ad4a",
        2,
    )
    for i in range(26):
        angle, radius = i * 2.39996, 84 + (i % 4) * 11
        canvas.dot((640 + radius * math.cos(angle), 272 + radius * math.sin(angle)), 6, CORAL)
    canvas.text((250, 272), ("通畅", "Open"), 30, INK)
    for x, size, count in ((250, 25, 5), (640, 36, 5)):
        for i in range(count):
            canvas.dot((x + (i - 2) * size * 1.75, 474), size, BLUE_PALE, BLUE, 3)
    canvas.line([(446, 130), (446, 540)], "#e3e8ed", 2)
    for label, at, target in (
        (("水肿", "Oedema"), (806, 158), (738, 218)),
        (("黏液栓", "Mucus plug"), (806, 268), (640, 286)),
        (("炎症细胞", "Inflammatory cells"), (806, 384), (724, 334)),
    ):
        canvas.line([(at[0] - 8, at[1]), target], INK, 2)
        canvas.text(at, label, 27, INK, anchor="lm", width=145, lines=2)
    canvas.text((250, 550), ("肺泡正常通气", "Alveoli ventilate"), 28, TEAL)
    canvas.text((640, 550), ("气体滞留：肺过度充气", "Air trapping: hyperinflation"), 28, CORAL, bold=True)
    return canvas.finish()


def oxygen_ladder(lang: Lang) -> Image.Image:
    """Six steps from nasal cannula to invasive ventilation, with flow and approximate oxygen
    fraction.
    """
    canvas = Canvas(lang, ("氧疗阶梯", "The oxygen ladder"), source="WHO 2016")
    steps: tuple[tuple[Text, Text], ...] = (
        (("鼻导管", "Nasal cannula"), ("0.5–2 L/min", "0.5-2 L/min")),
        (("简易面罩", "Simple mask"), ("5–10 L/min\n35%–60%", "5-10 L/min\n~35-60%")),
        (("储氧面罩", "Reservoir mask"), ("10–15 L/min\n可达约 90%", "10-15 L/min\nup to ~90%")),
        (
            ("高流量\nHFNC", "High-flow HFNC"),
            ("1–2 L/kg/min\n氧浓度可调", "1-2 L/kg/min\nset FiO2"),
        ),
        (("无创 /\nCPAP", "CPAP / NIV"), ("持续正压", "Positive pressure")),
        (("有创通气", "Invasive ventilation"), ("气管插管", "Intubation")),
    )
    shades = ("#e4f3f1", "#c8e6e2", "#a5d5cf", "#7cbfb7", "#3f978e", "#0f6a62")
    for i, (name, detail) in enumerate(steps):
        left, top = 36 + i * 149, 440 - i * 62
        dark = i >= 4
        canvas.rect((left, top, left + 143, 576), shades[i], radius=10)
        canvas.text(
            (left + 71, top + 40),
            name,
            27,
            "#ffffff" if dark else NAVY,
            bold=True,
            width=136,
            lines=2,
        )
        canvas.text(
            (left + 71, top + 92),
            detail,
            23,
            "#ffffff" if dark else INK,
            anchor="mm" if i == 0 else "ma",
            width=138,
            lines=3,
        )
    canvas.card(
        (36, 100, 420, 240),
        (
            "先开放气道、吸痰、体位；\n每一步后复评 SpO2 和呼吸",
            "Airway, suction, position first;\nafter each step recheck SpO2\nand work of breathing",
        ),
        26,
        fill=MIST,
        outline=None,
        color=GREY,
        lines=4,
    )
    return canvas.finish()
