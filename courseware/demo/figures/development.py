"""Child health: red flags of autism by age, and the Chinese immunisation programme to 18 months.

Sources: Hyman SL et al. Pediatrics 2020;145:e20193447 (AAP, autism); the Chinese "five no" signs
after the national screening standard for children 0-6 years; National Immunisation Programme
schedule, 2021 edition (国家免疫规划疫苗儿童免疫程序及说明). From 2025 DTaP is given at
2, 4, 6 and 18 months and 6 years, which the figure says.
"""

from __future__ import annotations

from PIL import Image

from .canvas import Canvas
from .palette import (
    BLUE,
    BLUE_PALE,
    CORAL,
    CORAL_PALE,
    GOLD,
    GOLD_PALE,
    GREY,
    INK,
    NAVY,
    PAPER,
    TEAL,
    TEAL_PALE,
    Lang,
    Text,
)


def autism_red_flags(lang: Lang) -> Image.Image:
    """Three ages along a line, and the sign that counts at any age."""
    canvas = Canvas(lang, ("孤独症早期警示信号", "Early red flags of autism"), source="AAP 2020")
    canvas.line([(60, 150), (900, 150)], "#c9d3dc", 8)
    stops: tuple[tuple[Text, tuple[Text, ...], str, str], ...] = (
        (
            ("12 月龄", "12 months"),
            (
                ("叫名不应", "No response to name"),
                ("不指、不挥手再见", "No pointing or waving"),
                ("少目光对视", "Little eye contact"),
            ),
            TEAL,
            TEAL_PALE,
        ),
        (
            ("18 月龄", "18 months"),
            (
                ("无有意义单词", "No single words"),
                ("不拿东西给人看", "Does not show things"),
                ("不玩假想游戏", "No pretend play"),
            ),
            GOLD,
            GOLD_PALE,
        ),
        (
            ("24 月龄", "24 months"),
            (
                ("无自发两词短语", "No own two-word phrases"),
                ("对同伴无兴趣", "No interest in peers"),
                ("刻板、重复行为", "Repetitive behaviour"),
            ),
            BLUE,
            BLUE_PALE,
        ),
    )
    for i, (age, signs, color, pale) in enumerate(stops):
        x = 180 + i * 300
        canvas.dot((x, 150), 17, color, PAPER, 4)
        canvas.text((x, 110), age, 32, color, bold=True)
        canvas.rect((x - 142, 190, x + 142, 452), pale, radius=16)
        for j, sign in enumerate(signs):
            canvas.text((x, 236 + j * 84), sign, 29, INK, width=262, lines=2)
    canvas.card(
        (38, 474, 922, 528),
        ("任何年龄：已有的语言或社交能力倒退", "At any age: loss of speech or social skills"),
        30,
        fill=CORAL,
        outline=None,
        color=PAPER,
        bold=True,
    )
    canvas.text(
        (480, 564),
        (
            "五不：不看 · 不应 · 不指 · 不语 · 不当",
            "Not looking, answering, pointing, talking; odd behaviour",
        ),
        28,
        NAVY,
        bold=True,
        width=880,
    )
    return canvas.finish()


def vaccination(lang: Lang) -> Image.Image:
    """One row per vaccine, one column per age of a dose."""
    canvas = Canvas(
        lang,
        ("国家免疫规划：0～18 月龄（2021 版）", "China's programme, 0-18 months (2021)"),
        source="NHC 2021",
    )
    ages = (0, 1, 2, 3, 4, 5, 6, 8, 9, 18)
    rows: tuple[tuple[Text, dict[int, str], str], ...] = (
        (("乙肝", "Hepatitis B"), {0: "1", 1: "2", 6: "3"}, TEAL),
        (("卡介苗", "BCG"), {0: "1"}, TEAL),
        (("脊灰", "Polio"), {2: "1", 3: "2", 4: "3"}, BLUE),
        (("百白破", "DTaP"), {3: "1", 4: "2", 5: "3", 18: "4"}, CORAL),
        (("A 群流脑", "MenA"), {6: "1", 9: "2"}, GOLD),
        (("麻腮风", "MMR"), {8: "1", 18: "2"}, "#8a6bb1"),
        (("乙脑减毒", "JE (live)"), {8: "1"}, "#6b8e3d"),
        (("甲肝减毒", "Hep A (live)"), {18: "1"}, "#a0522d"),
    )
    left, step = 230, 69
    for i, age in enumerate(ages):
        x = left + i * step + step / 2
        canvas.text(
            (x, 118),
            ("出生", "Birth") if age == 0 else f"{age}",
            28,
            NAVY,
            bold=True,
            width=step + 6,
        )
    canvas.text((205, 118), ("月龄", "Months"), 26, GREY, anchor="rm")
    for row, (name, doses, color) in enumerate(rows):
        y = 168 + row * 47
        if row % 2 == 0:
            canvas.rect((36, y - 23, 924, y + 23), "#f3f6f8", radius=6)
        canvas.text((205, y), name, 28, INK, anchor="rm", width=166)
        for age, dose in doses.items():
            x = left + ages.index(age) * step + step / 2
            canvas.dot((x, y), 20, color)
            canvas.text((x, y), dose, 25, PAPER, bold=True)
    canvas.card(
        (36, 532, 924, 594),
        (
            "脊灰：1、2 剂 IPV，3 剂 bOPV。2025 年起百白破改为 2、4、6、18 月龄和 6 岁",
            "Polio: IPV, IPV, bOPV. From 2025 DTaP moves to 2, 4, 6, 18 months and 6 years",
        ),
        25,
        fill=CORAL_PALE,
        outline=None,
        lines=2,
    )
    return canvas.finish()
