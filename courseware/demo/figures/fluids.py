"""Fluids: dehydration signs, WHO plans A, B and C, and the first 48 hours of diabetic ketoacidosis.

Sources: WHO, The treatment of diarrhoea, 4th revision, 2005; WHO Pocket book of hospital care for
children, 2013; Glaser N et al. ISPAD Clinical Practice Consensus Guidelines 2022: DKA and HHS.
Pediatr Diabetes 2022;23:835-56.
"""

from __future__ import annotations

from PIL import Image

from .canvas import Canvas
from .chart import Chart
from .flow import lane, table
from .palette import (
    BLUE,
    CORAL,
    CORAL_PALE,
    GOLD,
    GOLD_PALE,
    GREY,
    INK,
    MIST,
    PAPER,
    TEAL,
    TEAL_PALE,
    Lang,
    Text,
)


def dehydration_signs(lang: Lang) -> Image.Image:
    """The WHO table: two signs of a column make the class, the severe column read first."""
    canvas = Canvas(lang, ("脱水程度判断", "Assessing dehydration"), source="WHO 2005")
    rows: tuple[tuple[Text, ...], ...] = (
        ("", ("无明显脱水", "None"), ("有些脱水", "Some"), ("重度脱水", "Severe")),
        (
            ("精神", "Condition"),
            ("清醒、良好", "Well, alert"),
            ("烦躁、易激惹", "Restless, irritable"),
            ("嗜睡或昏迷", "Lethargic or unconscious"),
        ),
        (("眼窝", "Eyes"), ("正常", "Normal"), ("凹陷", "Sunken"), ("凹陷", "Sunken")),
        (
            ("口渴", "Thirst"),
            ("正常饮水", "Drinks normally"),
            ("口渴、急饮", "Thirsty, drinks eagerly"),
            ("不能饮或饮水差", "Drinks poorly or cannot"),
        ),
        (
            ("皮肤回弹", "Skin pinch"),
            ("立即", "Goes back quickly"),
            ("缓慢", "Slowly"),
            ("极慢 (≥ 2 秒)", "Very slowly\n(≥ 2 s)"),
        ),
        (("方案", "Plan"), "A", "B", "C"),
    )
    table(
        canvas,
        36,
        90,
        (156, 244, 244, 244),
        (62, 82, 70, 82, 82, 62),
        rows,
        (MIST, TEAL_PALE, GOLD_PALE, CORAL_PALE),
        28,
    )
    canvas.text(
        (480, 566),
        ("同一列 ≥ 2 项即判定；先看重度", "Two signs in a column decide; look at severe first"),
        27,
        CORAL,
        bold=True,
        width=880,
    )
    return canvas.finish()


def rehydration_plans(lang: Lang) -> Image.Image:
    """Three lanes: at home, in the clinic by mouth, by vein."""
    canvas = Canvas(lang, ("口服补液：WHO 方案 A、B、C", "Rehydration: WHO plans A, B, C"), source="WHO 2005")
    lanes: tuple[tuple[Text, tuple[Text, ...], str, str], ...] = (
        (
            ("A 居家：防脱水", "A  Home: prevent"),
            (
                (
                    "每次稀便后 ORS\n< 2 岁 50～100 mL\n2～10 岁 100～200 mL",
                    "ORS per loose stool\n< 2 y: 50-100 mL\n2-10 y: 100-200 mL",
                ),
                (
                    "补锌 10～14 天\n< 6 月 10 mg/d\n≥ 6 月 20 mg/d",
                    "Zinc 10-14 days\n< 6 mo 10 mg/d\n≥ 6 mo 20 mg/d",
                ),
                ("继续喂养；教会\n何时返诊", "Keep feeding; teach\nwhen to return"),
            ),
            TEAL,
            TEAL_PALE,
        ),
        (
            ("B 门诊：口服补", "B  Clinic: by mouth"),
            (
                ("ORS 75 mL/kg\n4 小时内", "ORS 75 mL/kg\nover 4 hours"),
                (
                    "小勺少量多次；\n呕吐停 10 分钟\n再慢喂",
                    "Small sips; if vomits,\nwait 10 min, slower",
                ),
                ("4 小时后重新评估", "Reassess at 4 hours"),
            ),
            GOLD,
            GOLD_PALE,
        ),
        (
            ("C 急救：静脉补", "C  Emergency: IV"),
            (
                ("乳酸林格 100 mL/kg", "Ringer's lactate\n100 mL/kg"),
                (
                    "< 1 岁：30 mL/kg 1 h\n+ 70 mL/kg 5 h",
                    "< 1 y: 30 mL/kg in 1 h\n+ 70 mL/kg in 5 h",
                ),
                (
                    "≥ 1 岁：30 mL/kg\n30 min\n+ 70 mL/kg 2.5 h",
                    "≥ 1 y: 30 mL/kg in\n30 min, then\n70 mL/kg in 2.5 h",
                ),
            ),
            CORAL,
            CORAL_PALE,
        ),
    )
    for i, (head, lines, color, pale) in enumerate(lanes):
        left = 36 + i * 300
        lane(canvas, (left, 88, left + 288, 592), head, lines, color, pale, 27)
    return canvas.finish()


def ketoacidosis(lang: Lang) -> Image.Image:
    """Bars of each treatment over 48 hours above the window in which cerebral oedema is watched
    for.
    """
    canvas = Canvas(
        lang, ("DKA：补液与胰岛素时间轴", "DKA: fluids and insulin over 48 h"), source="ISPAD 2022"
    )
    chart = Chart(canvas, (190, 100, 916, 526), (0, 48), (0, 1))
    bars: tuple[tuple[Text, float, float, str, Text], ...] = (
        (
            ("扩容", "Bolus"),
            0,
            0.9,
            BLUE,
            ("生理盐水 10～20 mL/kg，20～30 min", "0.9% saline 10-20 mL/kg, 20-30 min"),
        ),
        (
            ("补液", "Fluids"),
            0.5,
            48,
            BLUE,
            ("缺失量 + 维持量，24～48 h 匀速", "Deficit + maintenance, evenly over 24-48 h"),
        ),
        (
            ("胰岛素", "Insulin"),
            1.5,
            48,
            TEAL,
            ("补液 ≥ 1 h 后，0.05～0.1 U/kg/h", "≥ 1 h after fluids, 0.05-0.1 U/kg/h"),
        ),
        (
            ("补钾", "Potassium"),
            1.5,
            48,
            GOLD,
            ("40 mmol/L；高钾时待排尿后", "40 mmol/L; if K+ is high, wait for urine"),
        ),
        (
            ("葡萄糖", "Dextrose"),
            7,
            48,
            "#8a6bb1",
            ("血糖降至 14～17 mmol/L 时加 5%", "Add 5% at glucose 14-17 mmol/L"),
        ),
    )
    for i, (name, start, end, color, detail) in enumerate(bars):
        top = 98 + i * 70
        canvas.text((176, top + 27), name, 28, INK, bold=True, anchor="rm", width=145)
        left, right = chart.at(start, 0)[0], chart.at(end, 0)[0]
        canvas.rect((left, top, right, top + 54), color, radius=8)
        outside = right - left < 100
        canvas.text(
            (right + 14 if outside else left + 18, top + 27),
            detail,
            26,
            INK if outside else PAPER,
            anchor="lm",
            width=670 if outside else right - left - 30,
        )
    top = 98 + 5 * 70
    canvas.text(
        (176, top + 27),
        ("脑水肿", "Cerebral\noedema"),
        28,
        CORAL,
        bold=True,
        anchor="rm",
        width=145,
    )
    canvas.rect((190, top, chart.at(12, 0)[0], top + 54), CORAL, radius=8)
    canvas.rect((chart.at(12, 0)[0], top, chart.at(24, 0)[0], top + 54), CORAL_PALE, radius=8)
    canvas.text(
        (chart.at(6, 0)[0], top + 27),
        ("多在 12 h 内", "Mostly < 12 h"),
        26,
        PAPER,
        bold=True,
        width=170,
    )
    canvas.text(
        (chart.at(24, 0)[0] + 12, top + 27),
        ("头痛、意识变差、心率慢", "Headache, drowsy, slow pulse"),
        25,
        CORAL,
        anchor="lm",
        width=350,
    )
    canvas.line([(190, 526), (916, 526)], GREY, 2.5)
    for hour in (0, 1, 6, 12, 24, 36, 48):
        x = chart.at(hour, 0)[0]
        canvas.line([(x, 526), (x, 534)], GREY, 2)
        if hour != 1:
            canvas.text((x, 550), str(hour), 26, GREY)
    canvas.text((916, 584), ("治疗后（小时）", "Hours of treatment"), 26, INK, anchor="rm")
    return canvas.finish()
