"""Distribution of the purpura in IgA vasculitis.

Source: Ozen S et al. Ann Rheum Dis 2010;69:798-806 (EULAR/PRINTO/PRES: palpable purpura, lower-limb
predominance, with abdominal pain, arthritis, kidney involvement or typical histology).
"""

from __future__ import annotations

import random

from PIL import Image

from .body import child_outline
from .canvas import Canvas
from .palette import CORAL, CORAL_PALE, GREY, INK, NAVY, TEAL_PALE, Lang, Text

PURPURA = "#a8243a"


def purpura(lang: Lang) -> Image.Image:
    """Front and back of a child, dots on legs and buttocks, and what to look for besides."""
    canvas = Canvas(
        lang,
        ("IgA 血管炎：皮疹分布", "IgA vasculitis: where the rash is"),
        source="EULAR/PRINTO/PRES 2010",
    )
    for x, back, name in ((150, False, ("前", "Front")), (390, True, ("后", "Back"))):
        child_outline(canvas, x, 92, back)
        canvas.text((x, 566), name, 27, GREY)
        dice = random.Random(7 if back else 3)  # noqa: S311 - the same dots on every run
        for side in (-1, 1):
            for _ in range(34):
                down = dice.random() ** 0.6  # denser toward the ankle
                canvas.dot(
                    (x + side * 34 + dice.uniform(-17, 17), 372 + 136 * down),
                    dice.uniform(2.5, 5.5),
                    PURPURA,
                )
            for _ in range(18 if back else 0):
                canvas.dot(
                    (x + side * dice.uniform(8, 40), 342 + dice.uniform(0, 36)),
                    dice.uniform(2.5, 5.5),
                    PURPURA,
                )
            for _ in range(5):
                canvas.dot(
                    (x + side * 92 + dice.uniform(-8, 8), 330 + dice.uniform(-14, 30)),
                    dice.uniform(2, 4),
                    PURPURA,
                )
    canvas.card(
        (540, 92, 924, 178),
        ("可触及性紫癜\n双下肢、臀部，对称", "Palpable purpura: legs,\nbuttocks, symmetric"),
        28,
        fill=CORAL_PALE,
        outline=CORAL,
        bold=True,
    )
    rows: tuple[tuple[Text, Text], ...] = (
        (("腹痛", "Belly"), ("绞痛、便血；警惕肠套叠", "Colic, blood; intussusception")),
        (("关节", "Joints"), ("踝、膝肿痛", "Ankles, knees")),
        (("肾脏", "Kidney"), ("尿检随访至少 6 个月", "Urine tests for ≥ 6 months")),
        (("血小板", "Platelets"), ("正常", "Normal")),
    )
    for i, (head, detail) in enumerate(rows):
        top = 196 + i * 98
        canvas.rect((540, top, 924, top + 86), TEAL_PALE, radius=12)
        canvas.text((560, top + 26), head, 28, NAVY, bold=True, anchor="lm")
        canvas.text((560, top + 60), detail, 26, INK, anchor="lm", width=350)
    return canvas.finish()
