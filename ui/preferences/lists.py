"""Where editable lists are kept: in the settings for new projects, or as records of the open one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.domain import Cause, Choice, Member, Project, Record, Requirement
from workbench.messages import Message, _
from workbench.rules import choices
from workbench.rules.choices import Entry

if TYPE_CHECKING:
    from ui.choices import Choices
    from ui.session import Session
    from workbench.workspace import Event

TITLES: dict[str, Message] = {
    "department": _("Departments"),
    "duty": _("Duties in the team"),
    "requirement_type": _("Requirement types"),
    "anchor_value": _("Meaning of value scores"),
    "anchor_urgency": _("Meaning of urgency scores"),
    "quadrant_policy": _("Quadrant policies"),
    "dimension": _("Fishbone dimensions"),
    "method": _("Verification methods"),
    "holiday": _("Days off and working days"),
}
"""What each list is called, in the order in which they are shown."""
THRESHOLDS = {"value_high": _("High value begins at"), "urgency_high": _("High urgency begins at")}
USES: dict[str, tuple[type[Record], Callable[[object], Sequence[str]]]] = {
    "requirement_type": (Requirement, lambda item: (getattr(item, "requirement_type", ""),)),
    "department": (Member, lambda item: (getattr(item, "department", ""),)),
    "duty": (Member, lambda item: getattr(item, "duties", ())),
    "dimension": (Cause, lambda item: (getattr(item, "dimension", ""),)),
    "method": (Cause, lambda item: (getattr(item, "method", ""),)),
}
"""Which records use the entries of a list, and how."""


class Lists(QObject):
    """Some lists and thresholds that can be changed. ``changed`` tells that they are others now."""

    changed = Signal()
    writable = True
    """Whether changes can be kept."""

    def entries(self, name: str) -> list[Entry]:
        """A list in its order, hidden entries in their places."""
        raise NotImplementedError

    def keep(self, name: str, entries: Sequence[Entry], label: Message) -> None:
        """Have these entries from now on; ``label`` says what was done."""
        raise NotImplementedError

    def used(self, _name: str) -> set[str]:
        """The keys of a list that records use."""
        return set()

    def threshold(self, axis: str) -> int:
        """The lowest score that counts as high."""
        raise NotImplementedError

    def keep_threshold(self, axis: str, score: int) -> None:
        """Have another threshold from now on."""
        raise NotImplementedError


class DefaultLists(Lists):
    """The lists that new projects begin with."""

    def __init__(self, kept: Choices, parent: QObject) -> None:
        super().__init__(parent)
        self._kept = kept

    def entries(self, name: str) -> list[Entry]:
        """As the user wants it, or as it is built in."""
        return choices.complete(name, self._kept.settings.defaults.get(name, ()))

    def keep(self, name: str, entries: Sequence[Entry], label: Message) -> None:  # noqa: ARG002 - no history here
        """Write the settings; a list that is as it is built in is not written."""
        lists = {known: rows for known, rows in self._kept.settings.defaults.items() if known != name}
        if list(entries) != choices.built_in(name):
            lists[name] = tuple((each.key, each.text, each.hidden) for each in entries)
        self._kept.keep(replace(self._kept.settings, defaults=lists))
        self.changed.emit()

    def threshold(self, axis: str) -> int:
        """As the user wants it."""
        return int(getattr(self._kept.settings, axis))

    def keep_threshold(self, axis: str, score: int) -> None:
        """Write the settings."""
        settings = self._kept.settings
        value, urgency = settings.value_high, settings.urgency_high
        value, urgency = (score, urgency) if axis == "value_high" else (value, score)
        self._kept.keep(replace(settings, value_high=value, urgency_high=urgency))
        self.changed.emit()


class ProjectLists(Lists):
    """The lists of the open project; every change is a step that can be undone."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        session.changed.connect(self._follow)

    def _follow(self, event: Event) -> None:
        if any(isinstance(change.some, Choice | Project) for change in event.changes):
            self.changed.emit()

    def _records(self, name: str) -> list[Choice]:
        found = self._session.workspace.all(Choice, self._session.scope)
        return [each for each in found if each.list == name]

    def entries(self, name: str) -> list[Entry]:
        """As the project has it."""
        return choices.listed(self._records(name), name)

    def keep(self, name: str, entries: Sequence[Entry], label: Message) -> None:
        """Put what is new or different, remove what has gone."""
        scope = self._session.scope
        if scope is None:
            return
        known = {each.key: each for each in self._records(name)}
        made = [choices.made(scope, name, at, entry) for at, entry in enumerate(entries)]
        put = [
            replace(known[each.key], position=each.position, text=each.text, hidden=each.hidden)
            if each.key in known
            else each
            for each in made
        ]
        keys = {each.key for each in made}
        gone = [each for key, each in known.items() if key not in keys]
        self._session.workspace.replace(put, gone, label=label)

    def used(self, name: str) -> set[str]:
        """What the project's records have chosen."""
        if name not in USES:
            return set()
        kind, keys = USES[name]
        items: list[Record] = self._session.workspace.all(kind, self._session.scope)
        return {key for item in items for key in keys(item)}

    def threshold(self, axis: str) -> int:
        """As the project has it."""
        return int(getattr(self._session.project, axis))

    def keep_threshold(self, axis: str, score: int) -> None:
        """Change the project."""
        project = self._session.project
        value, urgency = project.value_high, project.urgency_high
        value, urgency = (score, urgency) if axis == "value_high" else (value, score)
        label = _("{field}: {score}").fill(field=THRESHOLDS[axis], score=score)
        self._session.workspace.put(replace(project, value_high=value, urgency_high=urgency), label=label)
