"""From slides to H.264: still pictures held for their seconds, over a soft tone, by the ffmpeg that
pip installs.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import imageio_ffmpeg

from .lecture import Lecture, lecture
from .slides import slide_image

FRAMES_PER_SECOND = 6  # slides stand still; more frames would only cost bytes
TIMEOUT = 60  # seconds; a film takes about five
# Two low sines, barely audible and fading in: a listener hears that sound works, a captioner is not
# disturbed.
TONE = (
    "sine=frequency=220:sample_rate=24000[a];"
    "sine=frequency=330:sample_rate=24000[b];"
    "[a][b]amix,volume=0.03,afade=d=2"
)


def render(source: Lecture | Mapping[str, Any], path: Path) -> Path:
    """Write the lecture's film to ``path`` (MP4, 1280 x 720) and return it.

    Raises ``subprocess.CalledProcessError`` if ffmpeg fails and ``subprocess.TimeoutExpired`` if it
    hangs.
    """
    talk = lecture(source)
    with tempfile.TemporaryDirectory() as folder:
        # The concat demuxer holds each picture for its duration; the last one must be named twice
        # to be held at all.
        script = ["ffconcat version 1.0"]
        for number, slide in enumerate(talk.slides):
            slide_image(talk, number).save(Path(folder, f"{number}.png"))
            script += [f"file {number}.png", f"duration {slide.seconds}"]
        script.append(f"file {len(talk.slides) - 1}.png")
        listing = Path(folder, "slides.ffconcat")
        listing.write_text("\n".join(script), encoding="utf-8")
        subprocess.run(  # noqa: S603 - a fixed command, its paths our own
            _command(listing, talk.seconds, path), check=True, capture_output=True, timeout=TIMEOUT
        )
    return path


def _command(listing: Path, seconds: int, path: Path) -> list[str]:
    return [
        imageio_ffmpeg.get_ffmpeg_exe(),
        "-hide_banner",
        "-nostdin",
        "-y",
        "-protocol_whitelist",
        "file,pipe",
        "-f",
        "concat",
        "-safe",
        "1",
        "-i",
        str(listing),
        "-filter_complex",
        f"{TONE}[tone];[0:v]fps={FRAMES_PER_SECOND},format=yuv420p[picture]",
        "-map",
        "[picture]",
        "-map",
        "[tone]",
        "-t",
        str(seconds),
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
        "-tune",
        "stillimage",
        "-crf",
        "24",
        "-g",
        "60",
        "-threads",
        "2",
        "-c:a",
        "aac",
        "-b:a",
        "24k",
        "-ac",
        "1",
        "-map_metadata",
        "-1",
        "-map_chapters",
        "-1",
        "-fflags",
        "+bitexact",
        "-flags:v",
        "+bitexact",
        "-flags:a",
        "+bitexact",
        "-movflags",
        "+faststart",
        str(path),
    ]
