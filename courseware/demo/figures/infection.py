"""Cerebrospinal fluid in meningitis, beyond the newborn period.

Source: 王天有, 申昆玲, 沈颖. 诸福棠实用儿科学. 9 版. 人民卫生出版社, 2022;
Kim KS. Lancet Infect Dis 2010;10:32-42. Typical findings: partly treated, early or
neonatal disease departs from them.
"""

from __future__ import annotations

from PIL import Image

from .canvas import Canvas
from .flow import table
from .palette import BLUE_PALE, CORAL, CORAL_PALE, GOLD_PALE, MIST, TEAL_PALE, Lang, Text


def cerebrospinal_fluid(lang: Lang) -> Image.Image:
    """Normal, bacterial, viral and tuberculous fluid side by side."""
    canvas = Canvas(lang, ("脑膜炎的脑脊液", "CSF in meningitis"))
    rows: tuple[tuple[Text, ...], ...] = (
        (
            "",
            ("正常", "Normal"),
            ("化脓性", "Bacterial"),
            ("病毒性", "Viral"),
            ("结核性", "Tuberculous"),
        ),
        (
            ("外观", "Look"),
            ("清", "Clear"),
            ("浑浊", "Cloudy"),
            ("清", "Clear"),
            ("毛玻璃样", "Ground glass"),
        ),
        (
            ("白细胞\n/µL", "White cells\n/µL"),
            ("0～10", "0-10"),
            ("多 > 1000\n中性粒为主", "Often > 1000\nneutrophils"),
            ("数十～数百\n淋巴为主", "Tens to hundreds\nlymphocytes"),
            ("数十～数百\n淋巴为主", "Tens to hundreds\nlymphocytes"),
        ),
        (
            ("蛋白", "Protein"),
            ("0.2～0.4 g/L", "0.2-0.4 g/L"),
            ("明显 ↑", "↑↑"),
            ("正常或稍 ↑", "Normal or ↑"),
            ("↑～明显 ↑", "↑ to ↑↑"),
        ),
        (
            ("糖", "Glucose"),
            ("2.8～4.5\nmmol/L", "2.8-4.5\nmmol/L"),
            ("明显 ↓", "↓↓"),
            ("正常", "Normal"),
            "↓",
        ),
        (
            ("病原", "Find by"),
            "–",
            ("涂片、培养\nPCR", "Gram, culture\nPCR"),
            "PCR",
            ("抗酸、培养\nXpert", "AFB, culture\nXpert"),
        ),
    )
    table(
        canvas,
        36,
        90,
        (132, 166, 198, 196, 196),
        (60, 64, 100, 74, 88, 88),
        rows,
        (MIST, TEAL_PALE, CORAL_PALE, BLUE_PALE, GOLD_PALE),
        27,
    )
    canvas.text(
        (480, 584),
        ("典型所见；经验治疗不等结果", "Typical only; do not wait for results to treat"),
        26,
        CORAL,
        bold=True,
        width=880,
    )
    return canvas.finish()
