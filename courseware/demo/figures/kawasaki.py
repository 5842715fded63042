"""Kawasaki disease along the days of illness.

Source: McCrindle BW et al. Circulation 2017;135:e927-e999: IVIG 2 g/kg within 10 days of fever
onset; echocardiography at diagnosis, 1-2 weeks and 4-6 weeks after treatment; peeling in the second
to third week; platelets peak in the third.
"""

from __future__ import annotations

from PIL import Image

from .canvas import Canvas
from .chart import Chart
from .palette import BLUE, CORAL, CORAL_PALE, GOLD, GREY, INK, NAVY, TEAL, TEAL_PALE, Lang, Text


def timeline(lang: Lang) -> Image.Image:
    """Bars of signs over six weeks, the treatment window, and the three echocardiograms."""
    canvas = Canvas(lang, ("川崎病病程时间轴", "Kawasaki disease, day by day"), source="AHA 2017")
    chart = Chart(canvas, (250, 100, 924, 520), (1, 43), (0, 1))
    window = (chart.at(1, 0)[0], 100, chart.at(10, 0)[0], 520)
    canvas.rect(window, TEAL_PALE)
    bars: tuple[tuple[Text, float, float, str], ...] = (
        (("发热（未治）", "Fever, untreated"), 1, 12, CORAL),
        (("结膜充血、口唇改变", "Eyes, lips, tongue"), 2, 11, CORAL),
        (("皮疹、手足硬肿", "Rash, swollen hands"), 3, 11, CORAL),
        (("指端脱皮", "Peeling fingertips"), 11, 21, GOLD),
        (("血小板升高", "Platelets high"), 8, 28, GOLD),
        (("冠脉扩张多发期", "Coronary dilation"), 10, 36, BLUE),
    )
    for i, (name, start, end, color) in enumerate(bars):
        y = 160 + i * 50
        canvas.text((238, y), name, 25, INK, anchor="rm", width=206)
        canvas.rect((chart.at(start, 0)[0], y - 15, chart.at(end, 0)[0], y + 15), color, radius=15)
    canvas.text(
        ((window[0] + window[2]) / 2, 122),
        ("IVIG：10 天内", "IVIG by day 10"),
        25,
        TEAL,
        bold=True,
        width=148,
    )
    y = 466
    canvas.text((238, y), ("超声心动图", "Echocardiogram"), 25, NAVY, bold=True, anchor="rm", width=206)
    for day, name in (
        (6, ("诊断时", "At diagnosis")),
        (17, ("治疗后 1～2 周", "1-2 wk after")),
        (40, ("4～6 周", "4-6 wk")),
    ):
        x = chart.at(day, 0)[0]
        canvas.shape([(x, y - 16), (x + 16, y), (x, y + 16), (x - 16, y)], NAVY)
        canvas.text((x + (0 if day < 40 else -6), y + 30), name, 22, NAVY)
    canvas.line([(250, 520), (924, 520)], GREY, 2.5)
    for day in (1, 5, 10, 15, 20, 25, 30, 35, 40):
        x = chart.at(day, 0)[0]
        canvas.line([(x, 520), (x, 528)], GREY, 2)
        canvas.text((x, 544), str(day), 25, GREY)
    canvas.text(
        (924, 576),
        ("发热日（第 1 天 = 热起）", "Day of illness (fever onset = 1)"),
        25,
        INK,
        anchor="rm",
    )
    canvas.rect((36, 560, 240, 592), CORAL_PALE, radius=10)
    canvas.text((138, 576), "IVIG 2 g/kg", 24, CORAL, bold=True)
    return canvas.finish()
