"""Traces: supraventricular tachycardia beside sinus tachycardia, and the EEG of an absence.

Sources: Brugada J et al. 2019 ESC Guidelines on supraventricular tachycardia, Eur Heart J
2020;41:655-720 (infants with SVT mostly beat above 220/min); ILAE epilepsydiagnosis.org
(generalised 3 Hz spike-and-wave, range 2.5-4 Hz). Paper speed 25 mm/s: one small square 0.04 s.
"""

from __future__ import annotations

import math
from itertools import pairwise

from PIL import Image

from .canvas import Canvas, Point
from .palette import CORAL, INK, NAVY, TEAL, Lang

MM = 11.0  # logical units per millimetre of ECG paper
ECG_PAPER, FINE, BOLD_LINE = "#fff6f3", "#f9dcd3", "#efb3a3"


def _paper(canvas: Canvas, left: float, top: float, wide: int, high: int) -> None:
    canvas.rect((left, top, left + wide * MM, top + high * MM), ECG_PAPER)
    for bold in (False, True):
        for i in range(0, wide + 1, 5 if bold else 1):
            canvas.line(
                [(left + i * MM, top), (left + i * MM, top + high * MM)],
                BOLD_LINE if bold else FINE,
                2 if bold else 1,
            )
        for i in range(0, high + 1, 5 if bold else 1):
            canvas.line(
                [(left, top + i * MM), (left + wide * MM, top + i * MM)],
                BOLD_LINE if bold else FINE,
                2 if bold else 1,
            )


def _bump(t: float, centre: float, width: float, height: float) -> float:
    return height * math.exp(-(((t - centre) / width) ** 2))


def _beat(t: float, p_wave: bool) -> float:
    """Millivolts at ``t`` seconds from the R peak: narrow QRS, T after it, P before it if there is
    one.
    """
    volts = (
        _bump(t, -0.022, 0.008, -0.12)
        + _bump(t, 0, 0.011, 1.05)
        + _bump(t, 0.024, 0.010, -0.28)
        + _bump(t, 0.125, 0.03, 0.2)
    )
    return volts + (_bump(t, -0.1, 0.02, 0.16) if p_wave else 0)


def _strip(peaks: list[float], p_wave: bool, left: float, baseline: float, seconds: float) -> list[Point]:
    moments = [i * 0.002 for i in range(int(seconds / 0.002))]
    return [
        (left + t * 25 * MM, baseline - 10 * MM * sum(_beat(t - peak, p_wave) for peak in peaks))
        for t in moments
    ]


def svt_and_sinus(lang: Lang) -> Image.Image:
    """Two strips of 3.2 s: sinus tachycardia with P waves, SVT regular and faster without."""
    canvas = Canvas(
        lang,
        ("窦性心动过速与室上速（婴儿）", "Sinus tachycardia and SVT (infant)"),
        source="25 mm/s, 10 mm/mV",
    )
    sinus = [0.2]
    for i in range(9):
        sinus.append(sinus[-1] + 0.353 + 0.012 * math.sin(i))  # sinus rhythm breathes a little
    svt = [0.12 + i * 0.231 for i in range(14)]
    rows = (
        (
            150,
            sinus,
            True,
            TEAL,
            ("窦速 170 次/分：有 P 波，频率可变", "Sinus 170/min: P waves, rate varies"),
        ),
        (
            400,
            svt,
            False,
            CORAL,
            (
                "室上速 260 次/分：P 波难辨，匀齐，突发突止",
                "SVT 260/min: no clear P, regular, sudden on and off",
            ),
        ),
    )
    for top, peaks, p_wave, color, label in rows:
        canvas.text((40, top - 34), label, 29, color, bold=True, anchor="lm", width=880)
        _paper(canvas, 40, top, 80, 15)
        canvas.line(_strip(peaks, p_wave, 40, top + 11 * MM, 3.2), INK, 3)
    for peak in sinus[:2]:
        x = 40 + (peak - 0.1) * 25 * MM
        canvas.text((x, 150 + 13.4 * MM), "P", 26, TEAL, bold=True)
    for a, b in pairwise(svt[4:6]):
        left, right = 40 + a * 25 * MM, 40 + b * 25 * MM
        canvas.line([(left, 582), (right, 582)], CORAL, 3)
        canvas.text((right + 10, 582), "R–R 0.23 s", 25, CORAL, bold=True, anchor="lm")
    return canvas.finish()


def absence_eeg(lang: Lang) -> Image.Image:
    """Four channels over ten seconds: alpha background, a 3 Hz burst of about five seconds,
    background again.
    """
    canvas = Canvas(lang, ("失神发作：3 Hz 棘慢波", "Absence: 3 Hz spike-and-wave"), source="ILAE")
    left, width, start, end = 130, 790, 2.5, 7.5
    canvas.rect((left + width * start / 10, 132, left + width * end / 10, 508), "#fdeee9", radius=8)
    for row, name in enumerate(("Fp1", "Fp2", "C3", "O1")):
        base, size = 196 + row * 90, (34, 34, 28, 22)[row]
        canvas.text((110, base), name, 27, NAVY, bold=True, anchor="rm")
        trace = []
        for i in range(3000):
            t = i / 300
            calm = 4 * math.sin(2 * math.pi * 9.3 * t + row) * (
                1 + 0.4 * math.sin(t * 2 + row)
            ) + 2 * math.sin(23 * t * 2 + row * 2)
            phase = ((t - start) * 3) % 1
            wave = (
                -1.5 * _bump(phase, 0.14, 0.035, 1) + 0.9 * math.sin(math.pi * max(0, (phase - 0.24) / 0.76))
                if start <= t < end
                else 0
            )
            trace.append((left + width * t / 10, base + (wave * size if wave else calm)))
        canvas.line(trace, INK, 2)
    for second in range(11):
        x = left + width * second / 10
        canvas.line([(x, 514), (x, 524)], INK, 2)
        canvas.text((x, 542), str(second), 24, INK)
    canvas.text((920, 576), ("时间（秒）", "Time (s)"), 25, INK, anchor="rm")
    canvas.text(
        (left + width / 2, 104),
        ("突然开始、突然停止；愣神约 5 秒", "Abrupt on, abrupt off; ~5 s stare"),
        27,
        CORAL,
        bold=True,
    )
    return canvas.finish()
