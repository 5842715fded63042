"""Shared StreamField blocks: one block per meaning."""

from home.blocks.figure import FigureBlock, VideoBlock
from home.blocks.link import ExternalLinkBlock
from home.blocks.table import TableBlock
from home.blocks.text import KeyPointBlock, PitfallBlock, TextBlock

__all__ = [
    "ExternalLinkBlock",
    "FigureBlock",
    "KeyPointBlock",
    "PitfallBlock",
    "TableBlock",
    "TextBlock",
    "VideoBlock",
]
