"""Abdominal ultrasound, drawn: hypertrophic pyloric stenosis and intussusception.

Sources: Hernanz-Schulman M. Radiology 2003;227:319-31 (pyloric muscle >= 3 mm; channel length from
15 mm); del-Pozo G et al. Radiographics 1999;19:299-319 (target or doughnut sign of
intussusception).
"""

from __future__ import annotations

from PIL import Image

from .canvas import Canvas, closed, ring, smooth
from .palette import CORAL, GREY, INK, NAVY, TEAL, Lang

SCREEN, TISSUE, MUSCLE, MUCOSA, FLUID = "#0d1318", "#3a444c", "#222c35", "#c9d1d6", "#070b0e"


def pylorus(lang: Lang) -> Image.Image:
    """Longitudinal view with both measurements."""
    canvas = Canvas(
        lang,
        ("肥厚性幽门狭窄：超声长轴", "Pyloric stenosis: longitudinal ultrasound"),
        source="Hernanz-Schulman 2003",
    )
    canvas.rect((36, 84, 924, 590), SCREEN, radius=14)
    canvas.rect((58, 106, 902, 568), TISSUE, radius=90)
    canvas.shape(
        closed(
            [
                (80, 190),
                (190, 170),
                (300, 236),
                (330, 336),
                (300, 430),
                (190, 500),
                (80, 480),
                (64, 336),
            ]
        ),
        FLUID,
        MUCOSA,
        3,
    )
    canvas.shape(
        closed(
            [
                (306, 300),
                (330, 238),
                (480, 222),
                (640, 232),
                (690, 282),
                (700, 336),
                (690, 390),
                (640, 442),
                (480, 450),
                (330, 434),
                (306, 372),
            ]
        ),
        MUSCLE,
        "#8b979f",
        3,
    )
    for offset in (-14, 14):
        canvas.line(
            smooth(
                [
                    (316, 336 + offset),
                    (420, 336 + offset * 1.5),
                    (560, 336 + offset * 1.4),
                    (690, 336 + offset),
                ]
            ),
            MUCOSA,
            9,
        )
    canvas.line([(316, 336), (690, 336)], FLUID, 6)
    canvas.shape(
        closed([(700, 336), (740, 290), (830, 280), (866, 336), (830, 396), (740, 384)]),
        FLUID,
        MUCOSA,
        3,
    )
    canvas.text((180, 336), ("胃窦", "Antrum"), 30, "#ffffff")
    canvas.text((786, 336), ("十二指肠", "Duodenum"), 27, "#ffffff", width=120)
    canvas.line([(312, 500), (694, 500)], "#ffd166", 4)
    for x in (312, 694):
        canvas.line([(x, 486), (x, 514)], "#ffd166", 4)
    canvas.text((503, 536), ("管长 ≥ 15 mm", "Channel length ≥ 15 mm"), 32, "#ffd166", bold=True)
    canvas.line([(540, 228), (540, 312)], "#ff8a70", 4)
    for y in (228, 312):
        canvas.line([(526, y), (554, y)], "#ff8a70", 4)
    canvas.text((540, 172), ("肌层厚 ≥ 3 mm", "Muscle thickness ≥ 3 mm"), 32, "#ff8a70", bold=True)
    return canvas.finish()


def intussusception(lang: Lang) -> Image.Image:
    """Left, how the bowel telescopes; right, the target seen across it."""
    canvas = Canvas(
        lang,
        ("肠套叠：机制与靶环征", "Intussusception: mechanism and target sign"),
        source="del-Pozo 1999",
    )
    canvas.text(
        (270, 108),
        ("近端肠管套入远端", "Proximal bowel slides into distal"),
        28,
        NAVY,
        bold=True,
        width=460,
    )
    outer, inner, pale = "#e8a893", "#d27d68", "#fbe6de"
    canvas.shape(
        closed(
            [
                (180, 220),
                (300, 200),
                (460, 214),
                (486, 320),
                (460, 426),
                (300, 440),
                (180, 420),
                (210, 320),
            ]
        ),
        outer,
        "#a85f4c",
        3,
    )
    canvas.shape(
        closed(
            [
                (190, 250),
                (300, 236),
                (440, 250),
                (456, 320),
                (440, 390),
                (300, 404),
                (190, 390),
                (214, 320),
            ]
        ),
        pale,
    )
    canvas.rect((46, 278, 410, 362), inner, "#a85f4c", 3, 36)
    canvas.rect((40, 306, 396, 334), pale, radius=14)
    canvas.arrow((70, 320), (300, 320), TEAL, 8, 28)
    canvas.text((130, 176), ("套入部", "Intussusceptum"), 27, INK)
    canvas.line([(110, 196), (110, 276)], INK, 2)
    canvas.text((330, 474), ("鞘部", "Intussuscipiens"), 27, INK)
    canvas.text(
        (270, 540),
        ("肠系膜受牵拉 → 静脉淤血 → 缺血", "Mesentery pulled → congestion → ischaemia"),
        26,
        CORAL,
        bold=True,
        width=470,
        lines=2,
    )
    canvas.rect((530, 132, 924, 526), SCREEN, radius=14)
    for radius, fill in (
        (168, "#56616a"),
        (150, "#1d262d"),
        (118, "#9aa5ac"),
        (92, "#2a343c"),
        (56, "#cfd6da"),
        (26, "#3a444c"),
    ):
        canvas.shape(ring((727, 329), radius, 3, 7), fill)
    canvas.text((727, 108), ("横断面：靶环征", "Across: target sign"), 28, NAVY, bold=True)
    canvas.text((727, 556), ("直径多 > 2.5 cm", "Usually > 2.5 cm across"), 26, GREY)
    return canvas.finish()
