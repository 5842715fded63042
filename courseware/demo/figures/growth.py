"""Growth: weight of an infant who falters, and the falling BMI of a girl with anorexia nervosa.

Sources: WHO Child Growth Standards 2006, weight-for-age, boys 0-24 months; WHO Growth Reference
2007, BMI-for-age, girls. Both are the published simplified tables, at whole months and whole years.
The plotted children are invented.
"""

from __future__ import annotations

from PIL import Image

from .canvas import Canvas
from .chart import Chart
from .palette import CORAL, CORAL_PALE, GREY, TEAL, TEAL_MID, TEAL_PALE, Lang

# fmt: off
LOW_BOYS = (
    2.5, 3.4, 4.3, 5.0, 5.6, 6.0, 6.4, 6.7, 6.9, 7.1, 7.4, 7.6, 7.7,
    7.9, 8.1, 8.3, 8.4, 8.6, 8.8, 8.9, 9.1, 9.2, 9.4, 9.5, 9.7,
)
MEDIAN_BOYS = (
    3.3, 4.5, 5.6, 6.4, 7.0, 7.5, 7.9, 8.3, 8.6, 8.9, 9.2, 9.4, 9.6,
    9.9, 10.1, 10.3, 10.5, 10.7, 10.9, 11.1, 11.3, 11.5, 11.8, 12.0, 12.2,
)
HIGH_BOYS = (
    4.4, 5.8, 7.1, 8.0, 8.7, 9.3, 9.8, 10.3, 10.7, 11.0, 11.4, 11.7, 12.0,
    12.3, 12.6, 12.8, 13.1, 13.4, 13.7, 13.9, 14.2, 14.5, 14.7, 15.0, 15.3,
)
# fmt: on

LOW_GIRLS = (13.5, 13.9, 14.4, 14.9, 15.4, 15.9, 16.2, 16.4)  # -2 SD, 10 to 17 years
MEDIAN_GIRLS = (16.6, 17.2, 18.0, 18.8, 19.6, 20.2, 20.7, 21.0)
HIGH_GIRLS = (19.0, 19.9, 20.8, 21.8, 22.7, 23.5, 24.1, 24.5)  # +1 SD


def infant(lang: Lang) -> Image.Image:
    """Weight-for-age of boys with the points of a child who crosses from the median below -2 SD."""
    canvas = Canvas(
        lang,
        ("男婴年龄别体重（0～24 月龄）", "Weight-for-age, boys 0-24 months"),
        source="WHO 2006",
    )
    chart = Chart(canvas, (92, 112, 850, 520), (0, 24), (2, 16))
    low, median, high = (list(enumerate(row)) for row in (LOW_BOYS, MEDIAN_BOYS, HIGH_BOYS))
    chart.band(low, high, TEAL_PALE)
    chart.axes(range(0, 25, 3), range(2, 17, 2), ("月龄", "Age (months)"), ("体重 (kg)", "Weight (kg)"))
    chart.curve(low, GREY, 3, dash=9)
    chart.curve(high, GREY, 3, dash=9)
    chart.curve(median, TEAL, 4)
    for row, label, color in (
        (high, "+2 SD", GREY),
        (median, ("中位数", "Median"), TEAL),
        (low, "−2 SD", GREY),
    ):
        canvas.text((858, chart.at(24, row[-1][1])[1]), label, 25, color, anchor="lm", width=100)
    child = [(0, 3.3), (2, 5.5), (4, 6.9), (6, 7.5), (9, 7.6), (12, 7.5)]
    chart.curve(child, CORAL, 5)
    chart.points(child, CORAL, 10)
    x, y = chart.at(12, 7.5)
    canvas.text(
        (x + 22, y + 44),
        ("6 月龄后体重不增\n跌破 −2 SD", "No gain after 6 months:\nfalls below −2 SD"),
        27,
        CORAL,
        bold=True,
        anchor="lm",
    )
    return canvas.finish()


def bmi_trajectory(lang: Lang) -> Image.Image:
    """BMI-for-age of a girl who stood near the median and lost weight from 13 years on."""
    canvas = Canvas(
        lang,
        ("神经性厌食：BMI 轨迹（女）", "Anorexia nervosa: BMI trajectory (girl)"),
        source="WHO 2007",
    )
    chart = Chart(canvas, (92, 112, 850, 520), (10, 17), (12, 26))
    low, median, high = (
        [(10 + i, value) for i, value in enumerate(row)] for row in (LOW_GIRLS, MEDIAN_GIRLS, HIGH_GIRLS)
    )
    chart.band(low, high, TEAL_PALE)
    chart.axes(range(10, 18), range(12, 27, 2), ("年龄（岁）", "Age (years)"), "BMI (kg/m²)")
    chart.curve(low, GREY, 3, dash=9)
    chart.curve(high, GREY, 3, dash=9)
    chart.curve(median, TEAL_MID, 4)
    for row, label in ((high, "+1 SD"), (median, ("中位数", "Median")), (low, "−2 SD")):
        canvas.text((858, chart.at(17, row[-1][1])[1]), label, 25, GREY, anchor="lm", width=100)
    girl = [
        (10, 16.8),
        (11, 17.5),
        (12, 18.3),
        (13, 19.2),
        (13.5, 18.3),
        (14, 16.4),
        (14.4, 14.7),
        (14.8, 14.0),
    ]
    chart.curve(girl, CORAL, 5)
    chart.points(girl, CORAL, 9)
    x, y = chart.at(13, 19.2)
    canvas.text((x - 70, y - 108), ("开始限制进食", "Restriction begins"), 27, CORAL, bold=True)
    canvas.arrow((x - 30, y - 86), (x - 4, y - 18), CORAL, 3, 12)
    canvas.card(
        (120, 440, 420, 502),
        ("看下降速度，不只看单次值", "Judge the fall, not one value"),
        25,
        fill=CORAL_PALE,
        outline=None,
        lines=2,
    )
    return canvas.finish()
