"""Didactic figures drawn by program, so that the demonstration needs no patient photograph and no
one's copyright.

``draw("jaundice-nomogram", "zh")`` returns a Pillow image. Each family module cites the source of
its numbers.
"""

from __future__ import annotations

from .palette import Lang
from .registry import FIGURES, draw

__all__ = ["FIGURES", "Lang", "draw"]
