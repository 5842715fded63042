"""Pictures as bytes: good ones, and those that people should never have sent."""

import struct
import zlib
from io import BytesIO

from PIL import Image


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 20), **options) -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, (200, 0, 0))
    image.paste((0, 0, 200), (size[0] // 2, 0, *size))
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def png() -> bytes:
    return picture("PNG")


def cut_off_jpeg() -> bytes:
    """The first half of a photograph: header and size are whole, pixels are missing."""
    whole = Image.effect_noise((400, 300), 80).convert("RGB")
    out = BytesIO()
    whole.save(out, "JPEG", quality=90)
    return out.getvalue()[: out.tell() // 2]


def huge_png(width: int = 12_700, height: int = 10_000) -> bytes:
    """A black picture of 127 megapixels in a file of some kilobytes: one bit per pixel, made row by row."""
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + (width + 7) // 8)
    pixels = b"".join(packer.compress(row) for _row in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
