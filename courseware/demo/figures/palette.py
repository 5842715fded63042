"""Colours and type shared by all figures and slides: calm teal and navy, one warm accent for what
matters.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

Lang = Literal["zh", "en"]
Text = str | tuple[str, str]
"""One wording for both languages (``"SpO2"``), or a pair ``(Chinese, English)``."""

INK, NAVY, GREY, RULE, PAPER = "#1f2d3d", "#17375e", "#5d6b7a", "#d5dde5", "#ffffff"
TEAL, TEAL_MID, TEAL_PALE = "#0f766e", "#5fb3ab", "#dcf1ee"
CORAL, CORAL_MID, CORAL_PALE = "#d6492a", "#f0a08c", "#fde6df"
GOLD, GOLD_PALE = "#b7791f", "#fbf0d6"
BLUE, BLUE_PALE = "#2f6fb0", "#e1edf8"
MIST = "#f3f6f8"

FONTS = Path(__file__).resolve().parents[3] / "static/fonts"


@lru_cache(maxsize=128)
def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The site's own Chinese font at ``size`` pixels (FreeType reads WOFF2 as it is)."""
    return ImageFont.truetype(FONTS / f"pedcommons-han-{'bold' if bold else 'regular'}.woff2", size)


def say(text: Text, lang: Lang) -> str:
    """The wording of ``text`` in one language."""
    return text if isinstance(text, str) else text[0 if lang == "zh" else 1]
