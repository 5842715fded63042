"""Neonatal jaundice: the hour-specific nomogram and Kramer's dermal zones.

Sources: Bhutani VK et al. Pediatrics 1999;103:6-14 (term and near-term newborns; percentile tracks
redrawn approximately, for teaching, never for treatment); Kramer LI. Am J Dis Child 1969;118:454-8
(mean indirect bilirubin per zone, rounded). 1 mg/dL = 17.1 µmol/L.
"""

from __future__ import annotations

from PIL import Image

from .body import infant_outline
from .canvas import Canvas, smooth
from .chart import Chart
from .palette import (
    BLUE_PALE,
    CORAL,
    CORAL_MID,
    CORAL_PALE,
    GOLD_PALE,
    GREY,
    INK,
    NAVY,
    TEAL_PALE,
    Lang,
)

HOURS = (12, 24, 36, 48, 60, 72, 84, 96, 120, 144)
P40 = (4.0, 5.0, 7.0, 8.5, 9.6, 11.1, 11.8, 12.4, 13.2, 13.3)
P75 = (5.2, 6.1, 9.0, 10.9, 12.6, 13.5, 14.6, 15.2, 15.8, 15.7)
P95 = (7.0, 8.0, 11.3, 13.2, 15.2, 15.9, 16.7, 17.4, 17.6, 17.5)
UMOL_PER_MG = 17.1


def nomogram(lang: Lang) -> Image.Image:
    """Risk zones of total serum bilirubin by hour of life, with one plotted newborn."""
    title = ("小时胆红素列线图", "Hour-specific bilirubin nomogram")
    canvas = Canvas(
        lang,
        title,
        source="Bhutani 1999（约值）" if lang == "zh" else "after Bhutani 1999, approximate",
    )
    chart = Chart(canvas, (92, 116, 868, 520), (12, 144), (0, 22))
    tracks = [list(zip(HOURS, row, strict=True)) for row in (P40, P75, P95)]
    floor, roof = [(12, 0), (144, 0)], [(12, 22), (144, 22)]
    for lower, upper, fill in (
        (floor, tracks[0], TEAL_PALE),
        (tracks[0], tracks[1], BLUE_PALE),
        (tracks[1], tracks[2], GOLD_PALE),
        (tracks[2], roof, CORAL_PALE),
    ):
        chart.band(lower, upper, fill)
    chart.axes((24, 48, 72, 96, 120, 144), range(0, 21, 5), ("生后小时", "Postnatal age (hours)"), "mg/dL")
    for umol in (100, 200, 300):
        canvas.text((878, chart.at(144, umol / UMOL_PER_MG)[1]), f"{umol}", 26, GREY, anchor="lm")
    canvas.text((924, 94), "µmol/L", 26, INK, anchor="rm")
    for row, name in zip(tracks, ("P40", "P75", "P95"), strict=True):
        chart.curve(row, NAVY, 3)
        x, y = chart.at(132, row[-1][1])
        canvas.text((x + 24, y + 17), name, 21, NAVY, bold=True)
    for hour, level, label in (
        (32, 19.0, ("高危区", "High risk")),
        (104, 16.55, ("中高危", "High-intermediate")),
        (104, 14.05, ("中低危", "Low-intermediate")),
        (84, 5.0, ("低危区", "Low risk")),
    ):
        canvas.text(chart.at(hour, level), label, 27 if level in (19.0, 5.0) else 22, INK)
    chart.points([(60, 14.0)], CORAL, 13)
    x, y = chart.at(60, 14)
    canvas.text(
        (x + 26, y - 104),
        ("病例：60 h，14 mg/dL", "Case: 60 h, 14 mg/dL"),
        27,
        CORAL,
        bold=True,
        anchor="lm",
    )
    canvas.line([(x + 34, y - 86), (x + 6, y - 15)], CORAL, 3)
    return canvas.finish()


def kramer_zones(lang: Lang) -> Image.Image:
    """The five zones from head to sole, each with its approximate bilirubin."""
    canvas = Canvas(lang, ("Kramer 皮肤黄染分区", "Kramer's dermal zones"), source="Kramer 1969")
    infant_outline(canvas, 250, 330, ("#f7e3b5", "#f3d07f", "#ecb95a", "#e09f3e", "#c97f2a"))
    rows: list[tuple[tuple[str, str], str, str]] = [
        (("1 头颈部", "1 Head and neck"), "≈ 100 (6)", "#f7e3b5"),
        (("2 躯干上部（脐以上）", "2 Trunk above navel"), "≈ 150 (9)", "#f3d07f"),
        (("3 躯干下部与大腿", "3 Below navel, thighs"), "≈ 200 (12)", "#ecb95a"),
        (("4 臂与小腿", "4 Arms, lower legs"), "≈ 250 (15)", "#e09f3e"),
        (("5 手掌足底", "5 Palms and soles"), "> 250 (15)", "#c97f2a"),
    ]
    canvas.text((924, 100), "µmol/L (mg/dL)", 24, GREY, anchor="rm")
    for i, (where, level, fill) in enumerate(rows):
        top = 126 + i * 76
        canvas.rect((470, top, 924, top + 64), fill, None, radius=12)
        canvas.text((490, top + 32), where, 27, INK, anchor="lm", width=262)
        canvas.text((910, top + 32), level, 27, INK, bold=True, anchor="rm")
    canvas.card(
        (470, 516, 924, 588),
        ("目测不可靠：须测经皮或血清胆红素", "Unreliable by eye: measure"),
        25,
        fill=CORAL_PALE,
        outline=CORAL_MID,
        lines=2,
    )
    canvas.line(smooth([(452, 130), (446, 330), (452, 500)]), CORAL_MID, 3)
    return canvas.finish()
