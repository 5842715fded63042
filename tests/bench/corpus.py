"""A synthetic library of any size: words as unevenly frequent as in life, half Chinese and half English."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

CHARACTERS = 3_000
WORDS = 20_000
WORDS_ZH = 8_000
LENGTH_ZH = 350  # words of a text, of two characters mostly
LENGTH_EN = 230  # words
CUES = 30  # of a lecture; one page in ten is one
# A term and its share of the texts: the common, the usual, the rare.
PLANTED = {
    "发热": 0.3,
    "fever": 0.3,
    "黄疸": 0.05,
    "jaundice": 0.05,
    "川崎病": 0.01,
    "Kawasaki disease": 0.01,
    "肠套叠": 0.002,
    "intussusception": 0.002,
    "嗜铬细胞瘤": 0.0004,
    "pheochromocytoma": 0.0004,
}


@dataclass(frozen=True)
class Text:
    language: str
    title: str
    summary: str
    body: str
    cues: list[str]


class Corpus:
    """The same texts for the same seed."""

    def __init__(self, seed: int = 1):
        self._random = random.Random(seed)
        syllables = [
            a + b for a in "bcdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "in", "ol", "um")
        ]
        self._words = [
            "".join(self._random.choices(syllables, k=self._random.randint(2, 4))) for _ in range(WORDS)
        ]
        self._characters = [chr(0x4E00 + 7 * number) for number in range(CHARACTERS)]
        self._words_zh = [
            "".join(self._random.choices(self._characters, k=self._random.choice((1, 2, 2, 2, 3))))
            for _ in range(WORDS_ZH)
        ]
        self._word_weights = list(accumulate(1 / (rank + 5) for rank in range(WORDS)))
        self._word_weights_zh = list(accumulate(1 / (rank + 5) for rank in range(WORDS_ZH)))

    def texts(self, number: int) -> Iterator[Text]:
        """`number` texts; each Chinese one is followed by its translation."""
        for place in range(number):
            language = "en" if place % 2 else "zh-hans"
            is_lecture = place // 2 % 10 == 0
            yield Text(
                language=language,
                title=self._sentence(language, 6),
                summary=self._sentence(language, 16),
                body=self._body(language),
                cues=[self._sentence(language, 10) for _ in range(CUES)] if is_lecture else [],
            )

    def _body(self, language: str) -> str:
        length = LENGTH_EN if language == "en" else LENGTH_ZH // 6
        pieces = [self._sentence(language, 1 if language == "en" else 6) for _ in range(length)]
        for term, share in PLANTED.items():
            if term.isascii() == (language == "en") and self._random.random() < share:
                pieces.insert(self._random.randrange(len(pieces)), term)
        return " ".join(pieces) if language == "en" else "，".join(pieces)

    def _sentence(self, language: str, length: int) -> str:
        if language == "en":
            return " ".join(self._random.choices(self._words, cum_weights=self._word_weights, k=length))
        return "".join(self._random.choices(self._words_zh, cum_weights=self._word_weights_zh, k=length))
