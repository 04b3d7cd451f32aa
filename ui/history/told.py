"""Changes in the words of the forms: which record, which field, what was before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ui.edits import NAMES
from ui.history.names import FIELDS, KINDS
from workbench.domain import fields_of, kind_of
from workbench.domain.codec import plain
from workbench.domain.record import COMMON
from workbench.messages import Message, _
from workbench.spec import Code, Line, Note, Rating
from workbench.workspace.family import references_of

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.domain import Record
    from workbench.messages import Translate
    from workbench.spec import Context, Field, Form
    from workbench.workspace import Change

SHORT = 60
MOST = 600
"""How many lines of changes are told; the rest is only counted."""

ADDED, REMOVED, CHANGED = _("Added"), _("Deleted"), _("Changed")


@dataclass(frozen=True)
class Told:
    """One line: a record as a heading (without a field), or one of its fields before and after."""

    change: Change
    title: str
    before: str = ""
    after: str = ""
    field: str = ""
    tone: str = "ink1"

    @property
    def heading(self) -> bool:
        """Whether it names a record."""
        return not self.field


class Teller:
    """Says changes in a session's language, with the records of now."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._among: dict[str, Record] = {}

    @property
    def translate(self) -> Translate:
        """Into the language of now."""
        return self._session.translate

    @cached_property
    def context(self) -> Context:
        """The project as it is now."""
        return self._session.context()

    def name(self, item: Record) -> str:
        """What people call a record."""
        texts = [each.name for form in self._forms(item) for each in form.fields if _is_text(each)]
        names = (*NAMES, *texts, "text", "key")
        found = [str(getattr(item, each, "") or "") for each in dict.fromkeys(names)]
        words = [" ".join(text.split()) for text in found if text]
        return _cut(" ".join(dict.fromkeys(words[:2])), SHORT)

    def kind(self, item: Record) -> str:
        """What kind of record it is."""
        name = kind_of(type(item))
        forms = self._forms(item)
        return self.translate(KINDS.get(name) or (forms[0].title if forms else Message(name)))

    def lines(self, changes: Iterable[Change], most: int = MOST) -> list[Told]:
        """Every change as a heading and its fields."""
        found: list[Told] = []
        known = sorted(changes, key=lambda change: change.after is not None)  # what was deleted first
        self._among = {change.some.id: change.some for change in known}
        for number, change in enumerate(known):
            if len(found) >= most:
                more = _("and {count} more").fill(count=len(known) - number)
                return [*found, Told(change, self.translate(more))]
            found.append(self._heading(change))
            found += self._fields(change)
        return found

    def _heading(self, change: Change) -> Told:
        item = change.some
        what = ADDED if change.before is None else REMOVED if change.after is None else CHANGED
        title = Message("{kind} {name}").fill(kind=self.kind(item), name=self.name(item))
        tone = "green_t" if change.before is None else "red_t" if change.after is None else "ink2"
        return Told(change, self.translate(title), after=self.translate(what), tone=tone)

    def _fields(self, change: Change) -> Iterator[Told]:
        known = self._known(change.some)
        seen: set[str] = set()
        for name in differing(change):
            field = known.get(name)
            key = field.name if field else name
            if key in seen:
                continue
            seen.add(key)
            before, after = (self._text(item, name, field) for item in (change.before, change.after))
            if before != after:
                yield Told(change, self.translate(self.label(change.some, name)), before, after, key)

    def key(self, item: Record, name: str) -> str:
        """The field that shows this one: a score's reason stands with the score."""
        field = self._known(item).get(name)
        return field.name if field else name

    def label(self, item: Record, name: str) -> Message:
        """What a field of a record is called."""
        field = self._known(item).get(name)
        return field.label if field else FIELDS.get(name, Message(name.replace("_", " ")))

    def value(self, item: Record, name: str) -> str:
        """What people read for one field of a record."""
        return self._text(item, name, self._known(item).get(name))

    def _text(self, item: Record | None, name: str, field: Field | None) -> str:
        if item is None:
            return ""
        if name in references_of(type(item)):
            return self._referred(getattr(item, name))
        value = getattr(item, name, None)
        if isinstance(value, datetime):
            return when(value, self.translate)
        if field is not None and hasattr(item, field.name):
            return field.text(item, self.context)
        return self._plain(value)

    def _plain(self, value: Any) -> str:
        if isinstance(value, bool):
            return self.translate(_("Yes") if value else _("No"))
        shown = plain(value)
        if isinstance(shown, dict):
            shown = [each for each in shown.values() if each not in {None, ""}]
        if isinstance(shown, list):
            return ", ".join(map(str, shown))
        return "" if shown is None else str(shown)

    def _referred(self, value: Any) -> str:
        found = []
        for identity in value if isinstance(value, tuple) else (value,):
            if identity:
                item = self._session.workspace.find(identity) or self._among.get(identity)
                found.append(self.name(item) if item else self.translate(_("something deleted")))
        return ", ".join(found)

    def _forms(self, item: Record) -> Sequence[Form]:
        return [form for form in self._session.forms if form.record is type(item)]

    def _known(self, item: Record) -> dict[str, Field]:
        """The fields by the names of what they show; a score shows its reason too."""
        found: dict[str, Field] = {}
        heads = [f.head.fields for f in self._session.forms if f.head and f.head.record is type(item)]
        for fields in (*(form.all_fields for form in self._forms(item)), *heads):
            for each in fields:
                found.setdefault(each.name, each)
                if isinstance(each, Rating) and each.reason:
                    found.setdefault(each.reason, each)
        return found


def differing(change: Change) -> list[str]:
    """The fields in which a record was changed; all that say something of one that came or went."""
    before, after, kind = change.before, change.after, type(change.some)
    names = [name for name in fields_of(kind) if name not in COMMON]
    if before is not None and after is not None:
        return [each for each in (*names, "position") if getattr(before, each) != getattr(after, each)]
    other = kind(id=change.some.id)
    return [each for each in names if getattr(change.some, each) != getattr(other, each)]


def with_field(item: Record, source: Record, name: str, session: Session) -> Record:
    """A record with one field of another state of it, and the reason that is shown with it."""
    names = {name}
    for form in session.forms:
        if form.record is type(item):
            names |= {f.reason for f in form.all_fields if isinstance(f, Rating) and f.name == name} - {""}
    known = {each: getattr(source, each) for each in names if each in fields_of(type(item))}
    return replace(item, **known)


def when(at: datetime | None, translate: Translate, now: datetime | None = None) -> str:
    """A time as people say it: today's without the day, this year's without the year."""
    if at is None:
        return "?"
    local, today = at.astimezone(), (now or datetime.now(UTC)).astimezone()
    clock = local.strftime("%H:%M")
    if local.date() == today.date():
        return translate(_("Today {time}").fill(time=clock))
    day = local.strftime("%Y-%m-%d" if local.year != today.year else "%m-%d")
    return f"{day} {clock}"


def _is_text(field: Field) -> bool:
    return isinstance(field, Line | Note) and not isinstance(field, Code)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
