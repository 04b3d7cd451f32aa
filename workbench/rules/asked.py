"""Which questions of a call have been asked, and which is next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from workbench.domain import Question

ASKED: Final = "✓"
"""The answer of a question that was asked, where nothing more was written down."""


def is_asked(question: Question) -> bool:
    """Whether a question was ticked or answered."""
    return bool(question.answer.strip())


def next_question(questions: Iterable[Question]) -> Question | None:
    """The first that was not asked yet; one that may be skipped only after the others."""
    left = [question for question in questions if not is_asked(question)]
    return min(left, key=lambda question: question.may_skip, default=None)


def ticked(question: Question) -> Question:
    """The question as one that was asked; an answer stays as it is."""
    return question if is_asked(question) else replace(question, answer=ASKED)
