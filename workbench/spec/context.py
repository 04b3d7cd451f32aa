"""What a form needs to know to show a record: the project, its other records, the language."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.domain import Choice, Project, Record
from workbench.messages import Translate
from workbench.rules import choices

Records = Callable[[type[Any]], Sequence[Any]]
"""From a kind to the records of that kind."""


@dataclass(frozen=True)
class Context:
    """A project seen in one language. ``records`` gives the project's records of a kind, in order."""

    project: Project
    translate: Translate
    records: Records
    codes: Callable[[], Iterable[str]] = tuple
    """Every code that was used in the project, also by what is gone."""
    _once: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def texts(self, name: str) -> dict[str, str]:
        """The entries of one of the project's lists, key to text; a context lives no longer than they do."""
        found: dict[str, str] = self.once(
            ("texts", name), lambda: choices.texts(self.records(Choice), name, self.translate)
        )
        return found

    def offered(self, name: str) -> set[str]:
        """The keys of one of the project's lists that may be chosen anew: those that are not hidden."""
        found: set[str] = self.once(("offered", name), lambda: choices.offered(self.records(Choice), name))
        return found

    def in_use(self, name: str, used: Iterable[str]) -> dict[str, str]:
        """The entries of a list without the hidden ones that nothing uses, key to text."""
        wanted = self.offered(name) | set(used)
        return {key: text for key, text in self.texts(name).items() if key in wanted}

    def once(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What ``make`` gives, worked out once in this context's life."""
        if key not in self._once:
            self._once[key] = make()
        return self._once[key]

    def find(self, kind: type[Record], identity: str | None) -> Any:
        """The record of a kind with that id, or None."""
        return next((item for item in self.records(kind) if item.id == identity), None)
