"""Heart: the shunt of a ventricular septal defect, and coronary z-score classes.

Sources: McCrindle BW et al. Circulation 2017;135:e927-e999 (AHA, Kawasaki disease: z-score
classification; large or giant is z >= 10 or an absolute diameter >= 8 mm). Haemodynamics: standard
textbook physiology.
"""

from __future__ import annotations

from PIL import Image

from .canvas import Canvas
from .palette import (
    BLUE,
    BLUE_PALE,
    CORAL,
    CORAL_PALE,
    GOLD_PALE,
    GREY,
    INK,
    NAVY,
    PAPER,
    TEAL_PALE,
    Lang,
    Text,
)

RED, RED_PALE = "#c23b3b", "#f9dddb"


def ventricular_septal_defect(lang: Lang) -> Image.Image:
    """Four chambers as blocks, the left-to-right shunt, and the chambers that carry the extra
    volume.
    """
    canvas = Canvas(lang, ("室间隔缺损：左向右分流", "Ventricular septal defect: left-to-right shunt"))
    chambers: tuple[tuple[tuple[float, float, float, float], Text, str, str], ...] = (
        ((250, 190, 440, 320), ("右房", "RA"), BLUE_PALE, BLUE),
        ((250, 350, 440, 520), ("右室", "RV"), BLUE_PALE, BLUE),
        ((520, 180, 730, 320), ("左房 ↑", "LA ↑"), RED_PALE, RED),
        ((520, 350, 740, 530), ("左室 ↑↑", "LV ↑↑"), RED_PALE, RED),
    )
    for box, name, fill, edge in chambers:
        canvas.card(box, name, 36, fill=fill, outline=edge, color=edge, bold=True, radius=24)
    canvas.rect((462, 180, 498, 362), "#d9c7bb")
    canvas.rect((462, 420, 498, 530), "#d9c7bb")
    canvas.arrow((545, 391), (392, 391), CORAL, 18, 36)
    canvas.text((620, 568), ("缺损：分流入右室", "Defect: shunt into RV"), 28, CORAL, bold=True)
    canvas.arrow((345, 322), (345, 348), BLUE, 8, 16)
    canvas.arrow((625, 322), (625, 348), RED, 8, 16)
    canvas.card(
        (250, 92, 730, 146),
        ("肺循环血流增多 (Qp > Qs)", "Lungs: flow increased (Qp > Qs)"),
        28,
        fill=CORAL_PALE,
        outline=CORAL,
        bold=True,
    )
    canvas.line([(250, 470), (190, 470), (190, 120), (236, 120)], BLUE, 10)
    canvas.arrow((214, 120), (248, 120), BLUE, 10, 24)
    canvas.line([(732, 120), (770, 120), (770, 250)], RED, 14)
    canvas.arrow((770, 250), (734, 250), RED, 14, 24)
    canvas.text((100, 290), ("肺动脉\n血流 ↑", "Pulmonary\nartery\nflow ↑"), 28, BLUE, bold=True)
    canvas.text((866, 206), ("肺静脉\n回流 ↑", "Pulmonary\nvenous\nreturn ↑"), 28, RED, bold=True)
    canvas.text((858, 440), ("左心容量\n负荷增加", "Left heart:\nvolume load"), 28, INK)
    canvas.text((36, 560), ("全收缩期杂音", "Pansystolic murmur"), 26, GREY, anchor="lm")
    return canvas.finish()


def coronary_z_scores(lang: Lang) -> Image.Image:
    """Classes by z-score, each with a vessel drawn to suggest its width."""
    canvas = Canvas(
        lang,
        ("川崎病冠状动脉 Z 值分级", "Kawasaki disease: coronary z-score classes"),
        source="AHA 2017",
    )
    rows: tuple[tuple[str, Text, str, float], ...] = (
        ("< 2", ("无受累", "No involvement"), TEAL_PALE, 7),
        ("2 – < 2.5", ("仅扩张", "Dilation only"), BLUE_PALE, 11),
        ("2.5 – < 5", ("小型动脉瘤", "Small aneurysm"), GOLD_PALE, 17),
        ("5 – < 10", ("中型动脉瘤（且 < 8 mm）", "Medium (and < 8 mm)"), "#fbdcc4", 26),
        ("≥ 10", ("巨大动脉瘤（或 ≥ 8 mm）", "Large / giant (or ≥ 8 mm)"), "#f6bfae", 38),
    )
    canvas.text((134, 96), ("Z 值", "z-score"), 26, GREY)
    for i, (z, name, fill, half) in enumerate(rows):
        top = 120 + i * 92
        middle = top + 41
        canvas.rect((36, top, 924, top + 82), fill, radius=14)
        canvas.text((134, middle), z, 34, NAVY, bold=True)
        canvas.text((250, middle), name, 30, INK, anchor="lm", width=390)
        canvas.rect((670, middle - 7, 900, middle + 7), RED, radius=7)
        canvas.ellipse(
            (785 - half * 1.5, middle - half, 785 + half * 1.5, middle + half),
            RED,
            PAPER if half > 7 else RED,
            2,
        )
        canvas.rect((700, middle - 3, 870, middle + 3), "#e58a84", radius=3)
    return canvas.finish()
