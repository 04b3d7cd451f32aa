"""Changes in the words of the forms: which record, which field, what was before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ui.edits import NAMES
from ui.history.names import FIELDS, KINDS, TIMES, UNTOLD, WORDS
from workbench.domain import Choice, Link, fields_of, kind_of
from workbench.domain.codec import plain
from workbench.domain.record import COMMON
from workbench.messages import Message, _
from workbench.rules import choices
from workbench.rules.clock import stamp
from workbench.spec import Code, Line, Note, Rating
from workbench.workspace.family import references_of

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.domain import Record
    from workbench.messages import Translate
    from workbench.spec import Context, Field, Form
    from workbench.workspace import Change

SHORT = 60
LONG, LEAD = 200, 40
"""From so many characters on a text is told from where it changed, with so many before that."""
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


def _deleted_first(change: Change) -> int:
    return 0 if change.after is None else 1


def changed_first(change: Change) -> int:
    """Changed, added, deleted: so that a deleted tree of records does not hide the rest."""
    return 0 if change.before and change.after else 1 if change.after else 2


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
        """What people call a record: its first text, behind its code or who said it."""
        if isinstance(item, Link):
            ends = (self._referred(getattr(item, end)) for end in ("from_", "to"))
            return " → ".join(_cut(end, SHORT // 2) for end in ends)
        if isinstance(item, Choice):
            return choices.named(choices.Entry(item.key, item.text), item.list, self.translate)
        texts = [each.name for form in self._forms(item) for each in form.fields if _is_text(each)]
        names = dict.fromkeys(("code", "name", *NAMES, *texts, "text", "key"))
        found = ((name, str(getattr(item, name, "") or "")) for name in names)
        words = [(name, " ".join(text.split())) for name, text in found if text]
        most = 2 if words and words[0][0] in {"code", "speaker"} else 1
        return _cut(" ".join(dict.fromkeys(text for _name, text in words[:most])), SHORT)

    def kind(self, item: Record) -> str:
        """What kind of record it is."""
        name = kind_of(type(item))
        forms = self._forms(item)
        return self.translate(KINDS.get(name) or (forms[0].title if forms else Message(name)))

    def lines(
        self, changes: Iterable[Change], most: int = MOST, first: Callable[[Change], int] = _deleted_first
    ) -> list[Told]:
        """Every change as a heading and its fields, in the order that ``first`` gives."""
        found: list[Told] = []
        known = sorted(changes, key=first)
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
            if name in UNTOLD.get(kind_of(type(change.some)), ()):
                continue
            field = known.get(name)
            key = field.name if field else name
            if key in seen:
                continue
            seen.add(key)
            before, after = (self._text(item, name, field) for item in (change.before, change.after))
            if before != after:
                before, after = around(before, after)
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
        return self._plain(value, name)

    def _plain(self, value: Any, name: str) -> str:
        if name in TIMES and isinstance(value, int):
            return stamp(value)
        words = WORDS.get(name, {}).get(str(value))
        if words:
            return self.translate(words)
        if isinstance(value, bool):
            return self.translate(_("Yes") if value else _("No"))
        shown = plain(value)
        if isinstance(shown, dict):
            shown = [each for each in shown.values() if each not in {None, ""}]
        if isinstance(shown, list):
            return self.translate(_(", ")).join(map(str, shown))
        return "" if shown is None else str(shown)

    def _referred(self, value: Any) -> str:
        found = []
        for identity in value if isinstance(value, tuple) else (value,):
            if identity:
                item = self._session.workspace.find(identity) or self._among.get(identity)
                found.append(self.name(item) if item else self.translate(_("something deleted")))
        return self.translate(_(", ")).join(found)

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


def around(before: str, after: str) -> tuple[str, str]:
    """Two long texts from shortly before where they begin to differ; short ones as they are."""
    if min(len(before), len(after)) < LONG:
        return before, after
    pairs = enumerate(zip(before, after, strict=False))
    at = next((place for place, (old, new) in pairs if old != new), min(len(before), len(after)))
    start = at - LEAD
    return (before, after) if start <= 0 else (f"…{before[start:]}", f"…{after[start:]}")


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
