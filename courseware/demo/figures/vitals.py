"""Numbers at the bedside: heart and breathing rates by age, and a peak-flow diary.

Sources: AHA Pediatric Advanced Life Support Provider Manual, 2020 (awake heart rate, respiratory
rate; the neonate's breathing 30-60); GINA 2023 and National Asthma Education Program (zones: 80 %
and 50 % of personal best).
"""

from __future__ import annotations

from PIL import Image

from .canvas import Canvas
from .chart import Chart
from .palette import CORAL, CORAL_PALE, GOLD_PALE, INK, NAVY, PAPER, TEAL, TEAL_PALE, Lang, Text

AGES: tuple[tuple[Text, tuple[int, int], tuple[int, int]], ...] = (
    (("新生儿", "Newborn"), (100, 205), (30, 60)),
    (("婴儿", "Infant"), (100, 180), (30, 53)),
    (("幼儿", "Toddler"), (98, 140), (22, 37)),
    (("学龄前", "Preschool"), (80, 120), (20, 28)),
    (("学龄", "School age"), (75, 118), (18, 25)),
    (("青少年", "Adolescent"), (60, 100), (12, 20)),
)


def bands(lang: Lang) -> Image.Image:
    """Two columns of range bars, one row per age."""
    canvas = Canvas(lang, ("清醒时心率与呼吸频率", "Heart and breathing rate, awake"), source="AHA PALS 2020")
    sides: tuple[tuple[float, float, tuple[float, float], Text, str, str], ...] = (
        (190, 540, (40, 220), ("心率（次/分）", "Heart rate (/min)"), CORAL, CORAL_PALE),
        (590, 924, (0, 70), ("呼吸（次/分）", "Breaths (/min)"), TEAL, TEAL_PALE),
    )
    for side, (left, right, scale, name, color, pale) in enumerate(sides):
        canvas.text(((left + right) / 2, 106), name, 30, color, bold=True)
        chart = Chart(canvas, (left, 140, right, 570), scale, (0, 1))
        for row, entry in enumerate(AGES):
            low, high = entry[1] if side == 0 else entry[2]
            y = 168 + row * 72
            canvas.rect((left, y - 24, right, y + 24), "#f3f6f8", radius=24)
            a, b = chart.at(low, 0)[0], chart.at(high, 0)[0]
            canvas.rect((a, y - 24, b, y + 24), pale, color, 3, 24)
            wide = b - a > 100
            canvas.text(
                ((a + b) / 2 if wide else b + 12, y),
                f"{low}–{high}",
                29,
                NAVY,
                bold=True,
                anchor="mm" if wide else "lm",
            )
    for row, entry in enumerate(AGES):
        canvas.text((36, 168 + row * 72), entry[0], 28, INK, anchor="lm", width=148)
    return canvas.finish()


def peak_flow(lang: Lang) -> Image.Image:
    """A fortnight's diary through green, yellow and red, with what each zone asks for."""
    canvas = Canvas(lang, ("哮喘：峰流速日记", "Asthma: peak-flow diary"))
    chart = Chart(canvas, (92, 116, 690, 520), (1, 14), (80, 320))
    best = 300
    zones: tuple[tuple[float, float, str, str, Text, Text], ...] = (
        (
            0.8,
            320 / best,
            "#d8f0df",
            "#2e7d4f",
            ("绿区 ≥ 80%", "Green ≥ 80%"),
            ("照常用药、活动", "Usual treatment"),
        ),
        (
            0.5,
            0.8,
            GOLD_PALE,
            "#9a6a12",
            ("黄区 50%～79%", "Yellow 50-79%"),
            ("缓解药，按计划加药", "Reliever, follow plan"),
        ),
        (
            80 / best,
            0.5,
            CORAL_PALE,
            CORAL,
            ("红区 < 50%", "Red < 50%"),
            ("缓解药，立即就医", "Reliever, go now"),
        ),
    )
    for low, high, fill, color, name, action in zones:
        a, b = chart.at(1, low * best), chart.at(14, high * best)
        canvas.rect((a[0], b[1], b[0], a[1]), fill)
        middle = (a[1] + b[1]) / 2
        canvas.text((704, middle - 17), name, 28, color, bold=True, anchor="lm", width=222)
        canvas.text((704, middle + 20), action, 25, INK, anchor="lm", width=222)
    chart.axes(range(2, 15, 2), range(100, 301, 50), ("天", "Day"), ("峰流速 PEF (L/min)", "PEF (L/min)"))
    flow = [
        (1, 290),
        (2, 285),
        (3, 295),
        (4, 280),
        (5, 262),
        (6, 228),
        (7, 190),
        (8, 142),
        (9, 182),
        (10, 226),
        (11, 252),
        (12, 276),
        (13, 288),
        (14, 292),
    ]
    canvas.line([chart.at(x, y) for x, y in flow], NAVY, 4)
    chart.points(flow, NAVY, 9)
    x, y = chart.at(8, 142)
    canvas.text((x, y + 34), ("感冒后加重", "Worse after a cold"), 26, CORAL, bold=True)
    canvas.text((690, 94), ("个人最佳值 300", "Personal best 300"), 25, INK, anchor="rm")
    canvas.line([chart.at(1, best), chart.at(14, best)], "#2e7d4f", 3, dash=10)
    canvas.dot(chart.at(8, 142), 15, None, PAPER, 1)
    return canvas.finish()
