"""Whether a requirement has been thought through: 5W1H in the document's order (templates.md 5.5)."""

from __future__ import annotations

from workbench.domain import Requirement, Verdict
from workbench.rules.realisation import said

QUESTIONS = ("why", "what", "who", "when", "where", "how")
"""The six that make a requirement complete; what it costs is asked besides."""
OUT = frozenset({Verdict.REJECTED, Verdict.PSEUDO})
"""Verdicts that take a requirement out; it stays listed, with the reason."""


def answered(item: Requirement) -> list[str]:
    """The questions that have an answer, in order; to name the kind of a way is none yet."""
    texts = {name: getattr(item, name) for name in QUESTIONS}
    return [name for name, text in texts.items() if (said(text) if name == "how" else text.strip())]


def validated(item: Requirement) -> bool:
    """Whether all six are answered."""
    return len(answered(item)) == len(QUESTIONS)


def unreasoned(item: Requirement) -> bool:
    """Whether a score was given without saying why."""
    value = item.value is not None and not item.value_reason.strip()
    return value or (item.urgency is not None and not item.urgency_reason.strip())
