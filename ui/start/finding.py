"""Which projects of the list fit what is looked for, in either script, width and case."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.loading import Line


def fitting(lines: Iterable[Line], needle: str) -> Iterable[Line]:
    """The lines that have every word of what is looked for, in either script."""
    if not needle:
        return lines
    from workbench.search.folding import terms  # late: nobody has searched yet

    wanted = terms(needle)
    return [line for line in lines if all(each in _words_of(line) for each in wanted)]


def _words_of(line: Line) -> str:
    project = line.project
    return _folded(" ".join((project.code, project.title, line.client, project.goal)))


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    from workbench.search.folding import fold

    return fold(text)
