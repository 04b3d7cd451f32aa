"""Acceptance criteria: a checklist kept as plain text, one line a criterion.

``✓ `` before it says that it is met, what stands behind the last `` | `` is today's value::

    ✓ Somebody takes it over within 5 minutes | 26 minutes
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from workbench.messages import Translate, _

MET: Final = "✓ "
BAR: Final = " | "
NO_TODAY: Final = " |"
"""Ends a line whose criterion has a bar of its own and no value of today."""
_TICKED = re.compile(r"[☑☒✓✔√]|\[[xX✓]\]")
_BULLET = re.compile(r"\s*(?:[-*•·▪]\s+)?(?P<box>[☐☑☒✓✔√□]|\[[ xX✓]?\])?\s*(?:\d{1,2}[.、)）](?!\d)\s*)?")


@dataclass(frozen=True)
class Criterion:
    """What the client will judge by, how it is today, and whether it is met."""

    text: str = ""
    today: str = ""
    met: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing is said yet."""
        return not (self.text.strip() or self.today.strip())


def parse(text: str) -> list[Criterion]:
    """The criteria of a text, in order; empty lines are none."""
    found = (_parse_line(line) for line in text.split("\n"))
    return [each for each in found if not each.empty]


def _parse_line(line: str) -> Criterion:
    met = line.startswith(MET)
    rest = line.removeprefix(MET)
    if rest.endswith(NO_TODAY):
        return Criterion(rest.removesuffix(NO_TODAY), "", met)
    text, bar, today = rest.rpartition(BAR)
    return Criterion(text, today, met) if bar else Criterion(rest, "", met)


def compose(criteria: Iterable[Criterion]) -> str:
    """The text that keeps some criteria; a bar within today's value becomes a stroke."""
    return "\n".join(_compose_line(each) for each in criteria if not each.empty)


def _compose_line(each: Criterion) -> str:
    text = " ".join(each.text.split("\n"))
    today = " ".join(each.today.split("\n")).replace("|", "/")
    own_bar = BAR in text or text.endswith(NO_TODAY)
    return (MET if each.met else "") + text + (f"{BAR}{today}" if today else NO_TODAY if own_bar else "")


def pasted(text: str) -> list[Criterion]:
    """The criteria of lines from elsewhere, without their bullets and numbers, with their ticks."""
    found = []
    for line in text.split("\n"):
        start = _BULLET.match(line)
        assert start is not None  # it matches nothing at all, too
        each = _parse_line(line[start.end() :].strip().replace("\t", BAR))
        ticked = bool(_TICKED.fullmatch(start["box"] or ""))
        found.append(Criterion(each.text, each.today, ticked or each.met))
    return [each for each in found if not each.empty]


def met(criteria: Iterable[Criterion]) -> int:
    """How many are met."""
    return sum(each.met for each in criteria)


def printed(text: str, translate: Translate) -> list[str]:
    """The criteria as a document has them: ``☐ taken over within 5 minutes (today: 26 minutes)``."""
    lines = []
    for each in parse(text):
        said = each.text.strip()
        if each.today.strip():
            said = translate(_("{text} (today: {today})").fill(text=said, today=each.today.strip()))
        lines.append(f"{'☑' if each.met else '☐'} {said}")
    return lines
