"""Nephrotic syndrome: from podocyte to oedema.

Source: Noone DG, Iijima K, Parekh R. Idiopathic nephrotic syndrome in children. Lancet
2018;392:61-74 (underfill and overfill mechanisms side by side).
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
    NAVY,
    PAPER,
    TEAL_PALE,
    Lang,
)


def oedema(lang: Lang) -> Image.Image:
    """Two roads from protein loss to oedema, and two companions: lipids and clotting."""
    canvas = Canvas(lang, ("肾病综合征：水肿怎样发生", "Nephrotic syndrome: why oedema"), source="Noone 2018")
    canvas.card(
        (250, 88, 710, 146),
        ("足细胞损伤 → 大量蛋白尿", "Podocyte injury → heavy proteinuria"),
        29,
        fill=NAVY,
        outline=None,
        color=PAPER,
        bold=True,
    )
    canvas.arrow((400, 148), (300, 188), GREY)
    canvas.arrow((560, 148), (660, 188), GREY)
    canvas.card(
        (96, 190, 464, 262),
        ("血浆白蛋白 ↓", "Plasma albumin ↓"),
        30,
        fill=BLUE_PALE,
        outline=BLUE,
        bold=True,
    )
    canvas.card(
        (496, 190, 864, 262),
        ("肾小管钠重吸收 ↑", "Tubular Na+ retention ↑"),
        30,
        fill=GOLD_PALE,
        outline="#d9a63a",
        bold=True,
    )
    canvas.arrow((280, 264), (280, 296), GREY)
    canvas.card(
        (96, 298, 464, 384),
        ("胶体渗透压 ↓\n水渗入组织间隙", "Oncotic pressure ↓\nfluid leaves the vessels"),
        28,
        fill=BLUE_PALE,
        outline=None,
    )
    canvas.card(
        (496, 298, 864, 384),
        ("水钠潴留\n血容量不低", "Salt and water retained,\nvolume not low"),
        28,
        fill=GOLD_PALE,
        outline=None,
    )
    canvas.arrow((680, 264), (680, 296), GREY)
    canvas.arrow((280, 386), (400, 430), GREY)
    canvas.arrow((680, 386), (560, 430), GREY)
    canvas.text((230, 412), ("充盈不足", "underfill"), 25, BLUE, anchor="rm")
    canvas.text((730, 412), ("充盈过度", "overfill"), 25, "#9a6a12", anchor="lm")
    canvas.card(
        (300, 432, 660, 500),
        ("凹陷性水肿", "Pitting oedema"),
        36,
        fill=CORAL,
        outline=None,
        color=PAPER,
        bold=True,
    )
    canvas.card(
        (96, 522, 464, 590),
        ("肝合成 ↑ → 高脂血症", "Liver synthesis ↑ → lipids ↑"),
        27,
        fill=TEAL_PALE,
        outline=None,
    )
    canvas.card(
        (496, 522, 864, 590),
        ("抗凝蛋白丢失 → 血栓风险", "Anticoagulants lost → clots"),
        27,
        fill=CORAL_PALE,
        outline=None,
    )
    return canvas.finish()
