"""Short lecture films made of drawn slides, so that the demonstration has real video with real
captions.

``load(path)`` reads a lecture, ``render(lecture, path)`` makes its MP4, ``captions(lecture, "zh")``
its WebVTT text; all three also take the mapping that a lecture's YAML file holds.
"""

from __future__ import annotations

from .captions import captions, has_language
from .film import render
from .lecture import LECTURES, Lecture, Slide, load
from .slides import poster

__all__ = ["LECTURES", "Lecture", "Slide", "captions", "has_language", "load", "poster", "render"]
