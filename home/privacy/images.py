"""Pictures without the data that cameras and editors hide in them."""

import warnings
from io import BytesIO
from typing import IO

from PIL import Image, ImageOps

# Quality at which a re-encoded photograph cannot be told from the original by eye.
JPEG_QUALITY = 92
FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}


def size_of(file: IO[bytes]) -> tuple[int, int]:
    """Width and height by the header alone; OSError when there is none, DecompressionBombError for a giant."""
    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        size = Image.open(file).size
    file.seek(0)
    return size


def decode(file: IO[bytes]) -> Image.Image:
    """The picture with every pixel read; OSError when the file is damaged or cut off."""
    file.seek(0)
    try:
        image = Image.open(file)
        image.load()
    except (SyntaxError, ValueError, Image.DecompressionBombError) as error:  # Pillow's own for broken chunks
        raise OSError(str(error)) from error
    finally:
        file.seek(0)
    return image


def without_metadata(file: IO[bytes]) -> tuple[bytes, str]:
    """The same pixels, upright, with their colour profile and nothing else; and the file ending.

    EXIF (with GPS and thumbnail), XMP, IPTC, maker notes and comments are gone. OSError as for `decode`,
    also for formats that the site does not keep.
    """
    image = decode(file)
    kind = image.format or ""
    if kind not in FORMATS:
        raise OSError(f"cannot keep a {kind or 'nameless'} picture")
    upright = ImageOps.exif_transpose(image)
    profile = image.info.get("icc_profile")
    # A new picture from the pixels alone: `info` would be written back by some encoders.
    clean = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    if upright.mode == "P":
        clean = upright.convert("RGBA" if "transparency" in upright.info else "RGB")
        clean.info.clear()
    options: dict = {"icc_profile": profile} if profile else {}
    if kind == "JPEG":
        options |= {"quality": JPEG_QUALITY, "optimize": True}
    elif kind == "WEBP":
        options |= {"quality": JPEG_QUALITY}
    out = BytesIO()
    clean.save(out, kind, **options)
    return out.getvalue(), FORMATS[kind]
