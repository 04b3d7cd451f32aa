"""Which colours stand on which, and how well they can be told apart (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

TEXT: Final = 4.5
SHAPE: Final = 3.0
HIGH: Final = {TEXT: 7.0, SHAPE: TEXT}
"""What high contrast asks for instead."""
LINEAR: Final = 0.04045
"""Below this, sRGB is a straight line."""
GROUNDS: Final = ("canvas", "sidebar", "surface", "sunken", "hover")
TONES: Final = ("red", "amber", "green", "blue", "violet", "grey", "accent")


def pairs() -> Iterator[tuple[str, str, float]]:
    """Every pair that the window shows: what is drawn, its ground, the ratio it needs."""
    yield from ((ink, ground, TEXT) for ground in GROUNDS for ink in ("ink1", "ink2", "ink3", "accent_t"))
    yield from ((ink, "press", TEXT) for ink in ("ink1", "ink2", "accent_t"))
    for tone in TONES:
        yield from ((f"{tone}_t", ground, TEXT) for ground in (f"{tone}_bg", "surface"))
        yield from ((tone, ground, SHAPE) for ground in ("surface", "canvas"))
        yield "on_accent", tone, TEXT
        yield "ink1", f"{tone}_bg", TEXT
        yield "ink2", f"{tone}_bg", TEXT
    yield "red_t", "canvas", TEXT
    yield "amber_t", "canvas", TEXT
    yield "on_accent", "accent_h", TEXT
    yield "on_accent", "accent_p", TEXT
    yield from (("control", ground, SHAPE) for ground in ("surface", "canvas"))
    yield "tip_ok", "tip", TEXT
    yield from (("focus", ground, SHAPE) for ground in (*GROUNDS, "press", "accent_bg"))
    yield "on_tip", "tip", TEXT
    yield "tip_accent", "tip", TEXT


def ratio(one: str, other: str) -> float:
    """The contrast of two colours given as #RRGGBB, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_low(colours: Mapping[str, str], *, high: bool = False) -> list[str]:
    """The pairs of a theme that are too hard to tell apart, for most people or ``high`` for everybody."""
    needed = ((ink, ground, HIGH[need] if high else need) for ink, ground, need in pairs())
    return [
        f"{ink} on {ground}: {found:.2f}"
        for ink, ground, need in needed
        if (found := ratio(colours[ink], colours[ground])) < need
    ]


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= LINEAR else float(((part + 0.055) / 1.055) ** 2.4)
