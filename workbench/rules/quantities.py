"""Amounts as people say them: read into bounds, unit and period, with their words kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workbench.domain.problem import Quantity
from workbench.rules.quantity_words import (
    AFTER,
    AMOUNT,
    BEFORE,
    DIGITS,
    ENGLISH,
    FOLD,
    NO_AMOUNT,
    PERIODS,
    SCALES,
    Period,
)

_LONE: Final = frozenset("一百千万亿几零〇")
_MOST_DIGITS: Final = 15
MYRIAD: Final = 1e4
PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text, from ``start`` to ``end``; ``about`` says that it was called approximate.

    ``quantity`` keeps the words and has the period as it was said; ``period`` is its key.
    """

    quantity: Quantity
    start: int
    end: int
    period: Period | None = None
    about: bool = False


def read_all(text: str) -> list[Amount]:
    """Every amount in a text, in order. What is not certain to be one is left out."""
    folded = text.translate(FOLD).lower()
    if len(folded) != len(text):  # a letter whose small form is longer: places would not be those of the text
        folded = text.translate(FOLD)
    taken = [match.span() for match in NO_AMOUNT.finditer(folded)]
    return list(_amounts(text, folded, taken))


def read(text: str) -> Amount | None:
    """The first amount in a text."""
    return next(iter(read_all(text)), None)


def _amounts(text: str, folded: str, taken: list[tuple[int, int]]) -> Iterator[Amount]:
    at = past = 0
    while match := AMOUNT.search(folded, at):
        inside = next((end for start, end in taken if start < match.end() and match.start() < end), None)
        if inside is not None:
            at = max(inside, match.start() + 1)
            continue
        bounds = _bounds(match)
        if bounds is None or not _is_amount(match):
            at = max(match.start() + 1, match.end("low") if match["low"] else match.end())
            continue
        found = _amount(text, "," * past + folded[past:], match, bounds)  # a period belongs to one amount
        yield found
        at = past = found.end


def _is_amount(match: re.Match[str]) -> bool:
    """A lone Chinese numeral counts only before a unit, and a one or a ten thousand not even then."""
    low = match["low"] or ""
    if low in ENGLISH and not match["high"]:
        return (match["unit"] or "").endswith(("s", "people"))
    if len(low) != 1 or low.isdecimal() or match["high"] or match["scale1"]:
        return True
    return low not in _LONE and bool(match["unit"])


def _amount(
    text: str, folded: str, match: re.Match[str], bounds: tuple[float | None, float | None]
) -> Amount:
    start, end = match.start(), match.end()
    period = ""
    unit = text[match.start("unit") : match.end("unit")] if match["unit"] else ""
    if match["half"] or match["percent"]:
        unit = unit or "%"
    if match["money"]:
        unit = unit or text[match.start("money") : match.end("money")].strip()
    if later := AFTER.match(folded, end):
        period = next(each for each in later.groups() if each)
        end = later.end()
    elif sooner := BEFORE.search(folded[:start]):
        period = next(each for each in sooner.groups() if each)
        start = sooner.start()
    key = PERIODS.get(period.translate(FOLD))
    said = text[start:end].strip()
    about = bool(match["about"] or match["around"] or match["more2"] == "来")
    start += len(text[start:end]) - len(text[start:end].lstrip())
    quantity = Quantity(said=said, low=bounds[0], high=bounds[1], unit=unit, period=period)
    return Amount(quantity, start, start + len(said), key, about)


def _bounds(match: re.Match[str]) -> tuple[float | None, float | None] | None:
    """The lowest and the highest value that are meant; None for no bound, or nothing at all to read."""
    if match["half"]:
        return _bounded(match, 50.0, 50.0)
    if match["percent"]:
        value = _number(match["percent"])
        return None if value is None else _bounded(match, value[0], value[1])
    first = _number(match["low"])
    last = _number(match["high"]) if match["high"] else first
    if first is None or last is None:
        return None
    low, high = _scaled(match, first, last)
    return None if low > high else _bounded(match, low, high)


def _scaled(
    match: re.Match[str], first: tuple[float, float], last: tuple[float, float]
) -> tuple[float, float]:
    """The numbers times their scales: in 3-5万 both are ten thousands."""
    own, other = _scale(match["scale1"]), _scale(match["scale2"])
    if match["high"] and not match["scale1"] and match["scale2"] and not _has_scale(match["low"]):
        own = other
    return first[0] * own, last[1] * (other if match["high"] else own)


def _has_scale(words: str) -> bool:
    return any(sign in SCALES for sign in words)


def _scale(words: str | None) -> float:
    value = 1.0
    rest = (words or "").strip()
    if rest in SCALES:
        return SCALES[rest]
    for sign in rest:
        value *= SCALES[sign]
    return value


def _bounded(match: re.Match[str], low: float, high: float) -> tuple[float | None, float | None]:
    if match["most"] or match["below"]:
        return None, high
    more = match["more1"] or match["more3"] or (match["more2"] or "").replace("来", "")
    if match["least"] or match["over"] or more:
        return low, None
    if match["unit"] == "成":
        return low * 10, high * 10
    return low, high


def _number(words: str) -> tuple[float, float] | None:
    """What digits or Chinese numerals stand for: two values where a range is said, as in 两三百."""
    figure = words.replace(",", "")
    spelled = ENGLISH.get(words, ENGLISH.get(words.removesuffix(" hundred"), 0) * 100)
    if spelled:
        return spelled, spelled
    if figure[0].isdecimal():
        return (float(figure), float(figure)) if len(figure) <= _MOST_DIGITS else None
    whole, _point, part = words.partition("点")
    if part:
        value = _han(whole)
        return None if value is None else (float(f"{value:.0f}.{_digits(part)}"),) * 2
    return _spread(words)


def _spread(words: str) -> tuple[float, float] | None:
    """A Chinese number, or two: 两三百 is from 200 to 300, 几十 from 20 to 90."""
    if "几" in words:
        least = "一" if words.partition("几")[0].endswith("十") else "二"
        return _both(words.replace("几", least, 1), words.replace("几", "九", 1))
    if set(words) <= DIGITS.keys() and len(words) > PAIR:
        value = float(_digits(words))
        return value, value
    for at in range(len(words) - 1):
        if words[at] in DIGITS and words[at + 1] in DIGITS and words[at] not in "零〇":
            return _both(words[: at + 1] + words[at + 2 :], words[:at] + words[at + 1 :])
    return _both(words, words)


def _both(low: str, high: str) -> tuple[float, float] | None:
    first, last = _han(low), _han(high)
    return None if first is None or last is None or first > last else (first, last)


def _digits(words: str) -> str:
    return "".join(str(DIGITS[sign]) for sign in words)


def _han(words: str) -> float | None:
    """A Chinese number below a trillion; None if the signs make none."""
    total, section, digit, last = 0.0, 0.0, None, 1.0
    for sign in words:
        if sign in DIGITS:
            if digit:
                return None
            digit = float(DIGITS[sign])
            last = last if digit else 10.0
            continue
        if sign not in SCALES:  # a second 几, or one before a point
            return None
        last = SCALES[sign]
        if last < MYRIAD:
            section += (1.0 if digit is None else digit) * last
        else:
            closed = total if last == MYRIAD else 0.0  # 亿 multiplies what is closed already, 万 does not
            total, section = closed + (total - closed + section + (digit or 0.0) or 1.0) * last, 0.0
        digit = None
    return total + section + (digit or 0.0) * _short(words, last)


def _short(words: str, last: float) -> float:
    """What a last digit is worth: in 两千五 hundreds, in 二十五 ones."""
    return last / 10 if len(words) > 1 and last >= SCALES["十"] else 1.0
