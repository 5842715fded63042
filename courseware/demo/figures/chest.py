"""Chest films as line drawings: hyperinflation, and consolidation of the right lower lobe.

Signs: Bramson RT et al. The radiographic appearance of pneumonia in children. Semin Roentgenol 2005
(and any textbook): hyperinflation shows flat diaphragms below the sixth anterior rib and horizontal
ribs. The viewer faces the patient, so the right lung is drawn on the left.
"""

from __future__ import annotations

from PIL import Image, ImageFilter

from .canvas import Box, Canvas, Point, closed, smooth
from .palette import CORAL, INK, Lang, Text

FILM, LUNG, TISSUE, RIB, HEART = "#10161d", "#1f2a33", "#5d6872", "#78838c", "#939ea6"
FRAME: Box = (40, 84, 600, 588)


def _film(canvas: Canvas, flat: bool) -> None:
    """Trunk, both lungs, ribs, heart; ``flat`` widens the chest and lowers and straightens the
    diaphragm.
    """
    canvas.rect(FRAME, FILM, radius=14)
    canvas.shape(
        closed(
            [
                (150, 130),
                (320, 100),
                (490, 130),
                (556, 300),
                (566, 560),
                (320, 578),
                (74, 560),
                (84, 300),
            ]
        ),
        TISSUE,
    )
    floor = 524 if flat else 462
    dome = 506 if flat else 412
    wide = 14 if flat else 0
    right = [
        (292, 150),
        (250, 136),
        (190, 170),
        (138 - wide, 290),
        (118 - wide, 420),
        (112 - wide, floor),
        (170, dome + 12 if not flat else dome + 8),
        (225, dome),
        (286, dome + 26 if not flat else dome + 6),
        (294, 300),
    ]
    left = [
        (348, 150),
        (390, 136),
        (450, 170),
        (502 + wide, 290),
        (522 + wide, 420),
        (528 + wide, floor + 6),
        (470, dome + 22 if not flat else dome + 12),
        (415, dome + 10),
        (350, dome + 30 if not flat else dome + 10),
        (346, 300),
    ]
    for lung in (right, left):
        canvas.shape(closed(lung), LUNG)
    for i in range(7):
        top = 158 + i * (52 if flat else 44)
        drop = 12 if flat else 44
        reach = min(150, 74 + i * 18) + wide
        for side in (-1, 1):
            arc = [
                (320 + side * 34, top),
                (320 + side * reach * 0.7, top - 6 + drop * 0.2),
                (320 + side * (reach + 42), top + drop),
            ]
            canvas.line(smooth(arc), RIB, 5)
    canvas.rect((306, 104, 334, 560), "#7d8890", radius=8)
    canvas.rect((313, 96, 327, 210), "#27323b", radius=6)
    bulge = 392 if flat else 418
    canvas.shape(
        closed(
            [
                (292, 268),
                (330, 236),
                (362, 262),
                (bulge - 12, 350),
                (bulge, 430),
                (380, dome + 22),
                (310, dome + 24),
                (280, 420),
                (276, 340),
            ]
        ),
        HEART,
    )


def _soften(canvas: Canvas) -> None:
    """Blur the drawn film a little, as a film is, before the sharp labels go on."""
    left, top, right, bottom = map(canvas.px, FRAME)
    box = (left, top, right, bottom)
    canvas.image.paste(canvas.image.crop(box).filter(ImageFilter.GaussianBlur(canvas.px(3.2))), (left, top))
    canvas.text((64, 112), "R", 30, "#ffffff", bold=True)


def _labels(canvas: Canvas, labels: tuple[tuple[Point, float, Text], ...]) -> None:
    for target, y, wording in labels:
        canvas.line([(622, y), target], CORAL, 2.5)
        canvas.dot(target, 7, CORAL)
        canvas.text((632, y), wording, 28, INK, anchor="lm", width=310, lines=3)


def hyperinflation(lang: Lang) -> Image.Image:
    """Wide dark lungs, horizontal ribs, low flat diaphragm, narrow heart."""
    canvas = Canvas(lang, ("胸片：肺过度充气", "Chest film: hyperinflation"))
    _film(canvas, flat=True)
    _soften(canvas)
    _labels(
        canvas,
        (
            ((500, 268), 170, ("肋骨走行变平、\n肋间隙增宽", "Horizontal ribs,\nwide spaces")),
            ((470, 370), 310, ("两肺透亮度增高", "Both lungs too lucent")),
            ((392, 410), 420, ("心影狭长", "Narrow heart")),
            ((450, 515), 530, ("膈肌低平", "Low, flat diaphragm")),
        ),
    )
    return canvas.finish()


def lobar(lang: Lang) -> Image.Image:
    """A dense right lower zone with an air bronchogram; the right heart border stays sharp."""
    canvas = Canvas(lang, ("胸片：右下叶实变", "Chest film: right lower lobe consolidation"))
    _film(canvas, flat=False)
    canvas.shape(
        closed(
            [
                (128, 372),
                (180, 344),
                (236, 356),
                (262, 388),
                (256, 424),
                (222, 420),
                (172, 432),
                (120, 462),
                (114, 420),
            ]
        ),
        "#b4bcc2",
    )
    for branch in (
        [(252, 372), (214, 386), (172, 410)],
        [(214, 386), (192, 376)],
        [(196, 396), (180, 424)],
    ):
        canvas.line(smooth(branch), "#39444d", 6)
    _soften(canvas)
    _labels(
        canvas,
        (
            (
                (279, 350),
                180,
                ("右心缘仍清晰\n（中叶未受累）", "Right heart border sharp\n(middle lobe spared)"),
            ),
            ((214, 386), 320, ("支气管充气征", "Air bronchogram")),
            (
                (150, 440),
                470,
                ("右下叶致密影，\n膈面模糊", "Dense right lower lobe,\ndiaphragm blurred"),
            ),
        ),
    )
    return canvas.finish()
