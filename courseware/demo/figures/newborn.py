"""Neonatal resuscitation: the golden minute and after.

Sources: Textbook of Neonatal Resuscitation (NRP), 8th ed., AAP/AHA 2021;
中国新生儿复苏指南（2021 年修订）, Chin J Perinat Med
2022;25:4-12. Only the steps on which both agree are drawn.
"""

from __future__ import annotations

from PIL import Image

from .canvas import Canvas
from .flow import down
from .palette import (
    CORAL,
    CORAL_PALE,
    GOLD_PALE,
    GREY,
    INK,
    MIST,
    NAVY,
    PAPER,
    TEAL,
    TEAL_PALE,
    Lang,
)


def resuscitation(lang: Lang) -> Image.Image:
    """From birth to adrenaline, with the golden minute marked at the side."""
    canvas = Canvas(
        lang,
        ("新生儿复苏流程", "Neonatal resuscitation"),
        (960, 760),
        source="NRP 8 / 中国 2021" if lang == "zh" else "NRP 8, China 2021",
    )
    canvas.rect((36, 88, 92, 412), GOLD_PALE, "#d9a63a", 2, 16)
    canvas.text((64, 250), ("黄\n金\n一\n分\n钟", "60 s"), 32 if lang == "zh" else 23, "#9a6a12", bold=True)
    canvas.card(
        (120, 88, 924, 158),
        ("足月？肌张力好？哭声或呼吸好？", "Term? Good tone? Breathing or crying?"),
        32,
        fill=NAVY,
        outline=None,
        color=PAPER,
        bold=True,
    )
    down(canvas, 400, 160, 196, ("任一“否”", "any no"), CORAL)
    canvas.card(
        (696, 180, 924, 262),
        ("均“是”：\n与母亲一起常规护理", "All yes: routine\ncare with mother"),
        24,
        fill=TEAL_PALE,
        outline=TEAL,
    )
    canvas.arrow((810, 160), (810, 178), TEAL, 4, 12)
    canvas.card(
        (120, 198, 680, 262),
        ("保暖、体位、必要时吸引、擦干、刺激", "Warm, position, clear if needed, dry, stimulate"),
        29,
        fill=MIST,
        outline=GREY,
    )
    down(
        canvas,
        400,
        264,
        334,
        ("呼吸暂停 / 喘息，或心率 < 100", "Apnoea / gasping, or HR < 100"),
        CORAL,
    )
    canvas.card(
        (120, 336, 924, 412),
        (
            "正压通气 40～60 次/分，SpO2 监测，考虑心电监护",
            "PPV 40-60/min, SpO2, consider ECG monitor",
        ),
        30,
        fill=GOLD_PALE,
        outline="#d9a63a",
        bold=True,
    )
    down(
        canvas,
        400,
        414,
        462,
        ("心率 < 100：矫正通气（MR. SOPA）", "HR < 100: corrective steps (MR. SOPA)"),
        CORAL,
    )
    canvas.card(
        (120, 464, 924, 526),
        (
            "有效通气 30 秒；考虑气管插管或喉罩",
            "30 s of effective ventilation; tube or laryngeal mask",
        ),
        29,
        fill=MIST,
        outline=GREY,
    )
    down(canvas, 400, 528, 576, ("心率 < 60", "HR < 60"), CORAL)
    canvas.card(
        (120, 578, 924, 640),
        (
            "胸外按压 : 通气 = 3 : 1，100% 氧，60 秒后再评",
            "Compressions : breaths 3 : 1, 100% O2, check at 60 s",
        ),
        29,
        fill=CORAL_PALE,
        outline=CORAL,
        bold=True,
    )
    down(canvas, 400, 642, 668, "", CORAL)
    canvas.card(
        (120, 670, 924, 722),
        (
            "仍 < 60：肾上腺素静脉 0.01～0.03 mg/kg；考虑低血容量、气胸",
            "Still < 60: adrenaline IV 0.01-0.03 mg/kg; hypovolaemia? pneumothorax?",
        ),
        27,
        fill=CORAL,
        outline=None,
        color=PAPER,
        bold=True,
    )
    canvas.text((64, 440), ("生后", "after birth"), 22, INK, width=76, lines=2)
    return canvas.finish()
