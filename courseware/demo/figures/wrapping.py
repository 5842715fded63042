"""Line breaking for mixed Chinese and Latin text, measured in the font it will be drawn in."""

from __future__ import annotations

import re

from PIL.ImageFont import FreeTypeFont

# A Latin word or number with the signs that cling to it stays whole; any other character may end a
# line.
PIECE = re.compile(r"[\w.,:;%/<>=≥≤±–×·()°µ²³+~～-]+|\s|.", re.ASCII)
NEVER_FIRST = "，。、；：！？）》」』”’％%,.;:!?)"


def wrap(text: str, face: FreeTypeFont, width: int | None) -> list[str]:
    """Rows of ``text`` no wider than ``width`` pixels; explicit newlines are kept."""
    rows: list[str] = []
    for paragraph in text.split("\n"):
        row = ""
        for piece in PIECE.findall(paragraph):
            if width and row and face.getlength(row + piece) > width and piece not in NEVER_FIRST:
                rows.append(row.rstrip())
                row = "" if piece.isspace() else piece
            else:
                row += piece
        rows.append(row.rstrip())
    return rows
