"""Seizures: the five-minute rule at home, and the time ladder of convulsive status epilepticus.

Sources: AAP, Febrile seizures, Pediatrics 2011;127:389-94; Glauser T et al. Epilepsy Curr
2016;16:48-61 (AES guideline: phases 0-5, 5-20, 20-40, 40-60 min and the doses shown).
"""

from __future__ import annotations

from PIL import Image

from .canvas import Canvas
from .flow import down
from .palette import (
    CORAL,
    CORAL_PALE,
    GOLD_PALE,
    INK,
    MIST,
    NAVY,
    PAPER,
    TEAL,
    TEAL_PALE,
    Lang,
    Text,
)


def febrile_seizure(lang: Lang) -> Image.Image:
    """What to do, then the one question: over by five minutes?"""
    canvas = Canvas(
        lang,
        ("热性惊厥：五分钟法则", "Febrile seizure: the five-minute rule"),
        source="AAP 2011; AES 2016",
    )
    canvas.card(
        (120, 88, 840, 152),
        ("发热 + 抽搐：看时间，记起始", "Fever and seizure: look at the clock"),
        31,
        fill=NAVY,
        outline=None,
        color=PAPER,
        bold=True,
    )
    down(canvas, 480, 154, 186)
    canvas.card(
        (120, 188, 840, 276),
        (
            "侧卧、松衣领、清口周\n不按压肢体，不往口中塞任何东西",
            "On the side, loosen the collar;\ndo not restrain, nothing in the mouth",
        ),
        27,
        fill=MIST,
        outline=None,
    )
    down(canvas, 480, 278, 312)
    canvas.shape([(480, 312), (690, 376), (480, 440), (270, 376)], GOLD_PALE, "#d9a63a", 3)
    canvas.text((480, 376), ("5 分钟内停止？", "Stops within\n5 minutes?"), 29, INK, bold=True)
    canvas.line([(272, 376), (210, 376)], TEAL, 4)
    down(canvas, 210, 376, 458, ("是", "Yes"), TEAL)
    canvas.line([(688, 376), (750, 376)], CORAL, 4)
    down(canvas, 750, 376, 458, ("否", "No"), CORAL)
    canvas.card(
        (36, 460, 464, 590),
        (
            "恢复清醒后就医：找发热原因，\n警惕脑膜炎，教家长",
            "See a doctor: find the cause,\nthink of meningitis, teach",
        ),
        27,
        fill=TEAL_PALE,
        outline=TEAL,
    )
    canvas.card(
        (496, 460, 924, 590),
        (
            "呼叫 120，给氧；\n苯二氮䓬类一剂\n（如咪达唑仑）",
            "Call for help, oxygen;\na benzodiazepine\n(e.g. midazolam)",
        ),
        27,
        fill=CORAL_PALE,
        outline=CORAL,
    )
    return canvas.finish()


def status_ladder(lang: Lang) -> Image.Image:
    """Four steps downward in time, each with its treatment."""
    canvas = Canvas(lang, ("惊厥持续状态：时间阶梯", "Convulsive status: the time ladder"), source="AES 2016")
    steps: tuple[tuple[str, Text, Text, str], ...] = (
        (
            "0–5",
            ("稳定", "Stabilise"),
            ("气道、给氧、监护，测血糖，建静脉通路", "Airway, oxygen, monitor, glucose, IV access"),
            "#5fb3ab",
        ),
        (
            "5–20",
            ("一线：苯二氮䓬", "First: benzodiazepine"),
            (
                "咪达唑仑肌注 5 mg (13～40 kg)、10 mg (> 40 kg)\n或地西泮静注 0.15～0.2 mg/kg（≤ 10 mg）",
                "Midazolam IM 5 mg (13-40 kg), 10 mg (> 40 kg)\nor diazepam IV 0.15-0.2 mg/kg (max 10 mg)",
            ),
            "#2f8f88",
        ),
        (
            "20–40",
            ("二线：选一种", "Second: choose one"),
            (
                "左乙拉西坦 60 mg/kg（≤ 4500 mg）\n"
                "丙戊酸 40 mg/kg（≤ 3000 mg）\n磷苯妥英 20 mg PE/kg（≤ 1500 mg）",
                "Levetiracetam 60 mg/kg (max 4500 mg)\n"
                "Valproate 40 mg/kg (max 3000 mg)\nFosphenytoin 20 mg PE/kg (max 1500 mg)",
            ),
            "#d98a3d",
        ),
        (
            "40–60",
            ("三线：转 PICU", "Third: PICU"),
            ("麻醉剂量咪达唑仑等持续输注，脑电监测", "Anaesthetic infusion, continuous EEG"),
            "#d6492a",
        ),
    )
    heights, top = (88, 122, 148, 98), 92
    for (time, name, detail, color), height in zip(steps, heights, strict=True):
        canvas.rect((36, top, 176, top + height), color, radius=12)
        canvas.text((106, top + height / 2 - 12), time, 36, PAPER, bold=True)
        canvas.text((106, top + height / 2 + 22), ("分钟", "min"), 23, PAPER)
        canvas.rect((188, top, 924, top + height), MIST, radius=12)
        canvas.text((208, top + 28), name, 29, color if color != "#5fb3ab" else TEAL, bold=True, anchor="lm")
        canvas.text((208, top + 28 + (height - 28) / 2), detail, 25, INK, anchor="lm", width=706, lines=3)
        top += height + 10
    return canvas.finish()
