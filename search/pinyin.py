"""Pinyin of Chinese names, for readers who type without an input method."""

from pypinyin import Style, lazy_pinyin

from search.analyzer import fold, runs

SHORTEST = 2  # characters; the sound of a single one says too little


def full(text: str) -> str:
    """``chuanqibing`` for 川崎病, ``igashenbing`` for IgA肾病; empty where there is no Chinese."""
    return _spelt(text, Style.NORMAL)


def initials(text: str) -> str:
    """``cqb`` for 川崎病; empty where there is no Chinese."""
    return _spelt(text, Style.FIRST_LETTER)


def _spelt(text: str, style: Style) -> str:
    found = list(runs(fold(text)))
    if sum(len(run.text) for run in found if run.is_han) < SHORTEST:
        return ""
    return "".join("".join(lazy_pinyin(run.text, style=style)) if run.is_han else run.text for run in found)
