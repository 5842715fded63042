"""Cut the Chinese web font "PedCommons Han" out of Noto Sans CJK SC.

Run once, by hand, whenever the site's vocabulary outgrows the font::

    apt-get download fonts-noto-cjk && dpkg-deb -x fonts-noto-cjk_*.deb noto
    python -m courseware.demo.make_fonts noto/usr/share/fonts/opentype/noto

It needs fonttools and brotli, which running the site does not. Two files come out in
``static/fonts``, regular and bold, and their rules in ``static/css/fonts.css``. Pillow reads the
same two files to draw figures and slides.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

ROOT = Path(__file__).resolve().parents[2]
FAMILY = "PedCommons Han"
SC_FACE = 2  # Noto's collections hold JP, KR, SC, TC, HK in this order
TEXT_SUFFIXES = {".yaml", ".html", ".po", ".py", ".md", ".js", ".txt"}

# Latin, its accents, Greek, general punctuation, super- and subscripts, units, arrows, mathematics,
# boxes, ticks, CJK punctuation, full-width forms. Ranges without a glyph in the source are skipped
# by the subsetter.
SYMBOL_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x2B9, 0x2DD),
    (0x370, 0x3FF),
    (0x1E00, 0x1EFF),
    (0x2010, 0x205E),
    (0x2070, 0x209C),
    (0x20AC, 0x20AC),
    (0x2100, 0x218B),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2460, 0x24FF),
    (0x25A0, 0x25FF),
    (0x2600, 0x2606),
    (0x2640, 0x2642),
    (0x2713, 0x2717),
    (0x3000, 0x303F),
    (0xFF01, 0xFF5E),
    (0xFFE0, 0xFFE6),
)

WEB_RANGE = "U+2014-2026, U+2100-22FF, U+2460-24FF, U+25A0-26FF, U+3000-9FFF, U+FF00-FFEF"

# Beyond GB 2312, yet everyday words on a pediatric ward or in a drug's name.
MEDICAL = "䓬頞癎瘖羰炔烯哌噁嗪噻唑喹啉嘌呤嘧啶胍脒肽腈铊铋锝镥鞣髂髌骶腘脵腧蜱蚴蛲鼽衄痦痤皴睑眦瞤癥瘕叄酐甾"


def gb2312() -> set[int]:
    """Code points of all 6,763 characters of GB 2312: rows 16-55 are its level 1, rows 56-87 its
    level 2.
    """
    found = set()
    for row in range(16, 88):
        for cell in range(1, 95):
            char = bytes((row + 0xA0, cell + 0xA0)).decode("gb2312", errors="ignore")
            found.update(map(ord, char))
    return found


def written_in(tree: Path) -> set[int]:
    """CJK code points that occur in the text files below ``tree``, hidden and installed folders
    left out.
    """
    found: set[int] = set()
    for path in tree.rglob("*"):
        hidden = any(part.startswith(".") or part == "node_modules" for part in path.relative_to(tree).parts)
        if not hidden and path.suffix in TEXT_SUFFIXES and path.is_file():
            text = path.read_text(encoding="utf-8", errors="ignore")
            found.update(ord(char) for char in text if "\u3400" <= char <= "\u9fff")
    return found


def cut(source: Path, wanted: set[int], target: Path, weight: str) -> int:
    """Write the subset of one weight as WOFF2 and return the number of its characters."""
    font: TTFont = TTCollection(str(source), lazy=True).fonts[SC_FACE]
    options = Options(
        hinting=False,
        desubroutinize=True,
        layout_features=["kern"],
        name_IDs=[0, 5, 7, 8, 9, 11, 13, 14],
    )
    options.flavor, options.notdef_outline = "woff2", True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    # A cut font is a changed font: it carries its own name, and Noto's copyright and licence lines
    # unchanged.
    for name_id, text in (
        (1, FAMILY),
        (2, weight),
        (4, f"{FAMILY} {weight}"),
        (6, f"PedCommonsHan-{weight}"),
    ):
        font["name"].setName(text, name_id, 3, 1, 0x409)
    font.flavor = "woff2"
    font.save(target)
    return len(font.getBestCmap())


def face(file: str, weight: int) -> str:
    """One ``@font-face`` rule; its range omits Latin, so only Chinese text fetches the file."""
    return (
        f'@font-face {{\n  font-family: "{FAMILY}";\n  font-weight: {weight};\n'
        "  font-display: swap;\n"
        f'  src: url("../fonts/{file}") format("woff2");\n  unicode-range: {WEB_RANGE};\n}}\n'
    )


def main() -> None:
    """Cut both weights and write the style sheet."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("noto", type=Path, help="folder with NotoSansCJK-{Regular,Bold}.ttc")
    parser.add_argument("--tree", type=Path, default=ROOT, help="tree whose text must be covered")
    given = parser.parse_args()

    symbols = {point for low, high in SYMBOL_RANGES for point in range(low, high + 1)}
    wanted = symbols | gb2312() | set(map(ord, MEDICAL)) | written_in(given.tree)

    fonts = ROOT / "static/fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    rules = ["/* Written by courseware/demo/make_fonts.py: for machines without any Chinese font. */\n"]
    for weight, number in (("Regular", 400), ("Bold", 700)):
        file = fonts / f"pedcommons-han-{weight.lower()}.woff2"
        held = cut(given.noto / f"NotoSansCJK-{weight}.ttc", wanted, file, weight)
        rules.append(face(file.name, number))
        print(f"{file.name}: {held} characters, {file.stat().st_size / 1e6:.2f} MB")
    (ROOT / "static/css/fonts.css").write_text("\n".join(rules), encoding="utf-8")


if __name__ == "__main__":
    main()
