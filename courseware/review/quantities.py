"""The numbers of a text, each with its unit, the same in Chinese and in English.

A wrong dose is the worst thing that can be published, and translations are where doses go wrong: 10 mg/kg must stand
in a translation as 10 mg/kg, wherever in the sentence and in whatever script.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

# One name for each unit of the SI and of the bedside, whatever its script. A unit that is missing here is not
# compared: the number alone must stand.
_UNITS = {
    "mg": "mg 毫克",
    "g": "g gram grams 克",
    "kg": "kg 公斤 千克",
    "μg": "μg ug mcg 微克",
    "ng": "ng 纳克",
    "ml": "ml cc 毫升",
    "l": "l litre litres liter liters 升",
    "dl": "dl",
    "mmol": "mmol 毫摩尔",
    "μmol": "μmol umol",
    "u": "u iu unit units 单位",
    "mmhg": "mmhg",
    "cmh2o": "cmh2o",
    "kpa": "kpa",
    "cm": "cm 厘米",
    "mm": "mm 毫米",
    "%": "% percent",
    "°c": "°c 摄氏度",
    "year": "周岁 岁 年 y yr yrs year years",
    "month": "个月 月龄 月 mo month months",
    "week": "周 wk week weeks",
    "day": "天 日龄 日 d day days",
    "hour": "小时 h hr hrs hour hours",
    "minute": "分钟 min minute minutes",
    "second": "秒 s sec second seconds",
}
_NAMES = {spelling: name for name, spellings in _UNITS.items() for spelling in spellings.split()}
_SPELLINGS = "|".join(re.escape(spelling) for spelling in sorted(_NAMES, key=len, reverse=True))
_UNIT = rf"(?:{_SPELLINGS})(?![a-z])"
_JOIN = r"\s*(?:/|·|\bper\b|\ban?\b|每)\s*\(?\s*"
_TIMES = ["year", "month", "week", "day", "hour", "minute", "second"]
_EVERY = re.compile(rf"(?:每|\bper |\bevery |\beach |\ban? )\s*({_SPELLINGS})(?![a-z])")
_QUANTITY = re.compile(
    # Not in a name (G6PD, HCO3) and not in a formula (glucose-6-phosphate).
    r"(?<![a-z\d.])(?<!-(?=\d-))(?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:\s*(?P<scale>万|亿|thousand\b|million\b))?"
    rf"(?:[\s-]*(?P<unit>{_UNIT}(?:{_JOIN}{_UNIT})*))?"
)
_SCALES = {"万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6}
_RANGE = re.compile(r"\s*(?:-|–|—|~|～|至|到|to)\s*")
_SAID: dict[str, int | Decimal] = {
    **{
        word: n
        for n, word in enumerate(
            [
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ]
        )
    },
    **{
        word: n + 13
        for n, word in enumerate(
            ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
        )
    },
    **{
        word: (n + 2) * 10
        for n, word in enumerate(
            ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        )
    },
    **{
        word: n + 1
        for n, word in enumerate(
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        )
    },
    **{
        word: n + 1
        for n, word in enumerate(
            [
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december",
            ]
        )
    },
    "once": 1,
    "twice": 2,
    "single": 1,
    "both": 2,
    "half": Decimal("0.5"),
    "半": Decimal("0.5"),
    "两": 2,
    "双": 2,
    **{character: n for n, character in enumerate("零一二三四五六七八九十")},
}
_WORD = re.compile(r"[a-z]+|[零一二三四五六七八九十两双半]")


@dataclass(frozen=True)
class Quantity:
    """A number and its unit; an empty `unit` is one that is not written or not known."""

    value: Decimal
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.value} {self.unit}".strip()


def quantities(text: str) -> list[Quantity]:
    """The numbers of `text` in order. Both ends of a range have the unit that stands behind the second."""
    plain = _plain(text)
    found = list(_QUANTITY.finditer(plain))
    read = [_read(match) for match in found]
    for place in range(len(found) - 1, 0, -1):
        between = plain[found[place - 1].end() : found[place].start()]
        if not read[place - 1].unit and _RANGE.fullmatch(between):
            read[place - 1] = Quantity(read[place - 1].value, read[place].unit)
    return read


def missing(source: str, translation: str) -> list[Quantity]:
    """The quantities of `source` that do not stand in `translation`, in order; empty when all do.

    A number may be written as a word there ("three days"), and a simple unit may be left out, but no other unit may
    stand in its place. "A week" is one week; a number without a unit has to stand there once, however often the
    source repeats it.
    """
    plain = _plain(translation)
    there, said = Counter(quantities(translation)), Counter(_said(plain))
    values = {quantity.value for quantity in there} | set(said)
    every = {_NAMES[spelling] for spelling in _EVERY.findall(_plain(source))}
    # What stands there to the letter first, or another one would take what it needs.
    waiting = [quantity for quantity in quantities(source) if not _take(there, quantity)]
    return [
        quantity
        for quantity in waiting
        if not (_is_said_by_an_article(quantity) or (not quantity.unit and quantity.value in values))
        and not _stands_otherwise(quantity, there, said, every)
    ]


def _is_said_by_an_article(quantity: Quantity) -> bool:
    return quantity.value == 1 and (not quantity.unit or quantity.unit in _TIMES)


def _stands_otherwise(quantity: Quantity, there: Counter, said: Counter, every: set[str]) -> bool:
    """With "每小时" or "每升" of the source written behind the unit; a simple unit left out; or in words."""
    longer = [Quantity(quantity.value, f"{quantity.unit}/{unit}") for unit in every]
    if any(_take(there, other) for other in longer):
        return True
    is_simple = "/" not in quantity.unit
    return is_simple and (_take(there, Quantity(quantity.value)) or _take(said, quantity.value))


def _take(pile: Counter, thing) -> bool:
    if pile[thing] <= 0:
        return False
    pile[thing] -= 1
    return True


def _plain(text: str) -> str:
    # NFKC makes full-width digits, ㎎ and ℃ what they are; ranges and times of day keep their signs.
    return unicodedata.normalize("NFKC", text.replace("½", ".5")).casefold().replace("µ", "μ")


def _read(match: re.Match) -> Quantity:
    value = Decimal(match["number"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1)
    parts = re.split(_JOIN, match["unit"].rstrip()) if match["unit"] else []
    return Quantity(value.normalize() + 0, "/".join(_NAMES[part] for part in parts if part in _NAMES))


def _said(plain: str) -> Iterator[Decimal]:
    for word in _WORD.findall(plain):
        if word in _SAID:
            yield Decimal(_SAID[word])
