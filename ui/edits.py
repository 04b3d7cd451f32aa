"""What people do to the records of a form: each thing is one step with a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ui.arrangement import class_field
from ui.beginnings import named
from ui.session import Session
from ui.typed import Typed
from workbench.domain import Record
from workbench.domain.record import new_id
from workbench.messages import Message, _
from workbench.spec import Code, Computed, Context, Field, Form, Line, Note, Rating

NAMES = ("code", "title", "name")
"""The fields that name a record, the first that it has."""
SHORT = 24


class Edits:
    """The door for one form, with the words that undo will show."""

    def __init__(self, form: Form, session: Session) -> None:
        self.form = form
        self._session = session

    @property
    def main_field(self) -> Field:
        """The field that a new record is begun with: the first text that it must have, else its first one."""
        texts = [
            each for each in self.form.fields if isinstance(each, Line | Note) and not isinstance(each, Code)
        ]
        needed = [each for each in texts if each.required]
        return (needed or texts or self.form.fields)[0]

    @property
    def ratings(self) -> list[Rating]:
        """The form's scores, in order."""
        return [each for each in self.form.fields if isinstance(each, Rating)]

    @property
    def grouping(self) -> Computed | None:
        """The derived class that rows may be grouped by."""
        return class_field(self.form)

    def name(self, item: Record) -> str:
        """What people call a record."""
        found = (getattr(item, each, "") for each in (*NAMES, self.main_field.name))
        name = next((str(text) for text in found if text), "")
        return (" ".join(name.split())[:SHORT] if name else "") or self.form.title

    def find(self, identity: str) -> Any:
        """The record as it is now, or None."""
        found = self._session.workspace.find(identity)
        return found if isinstance(found, self.form.record) else None

    def change(self, identity: str, field: Field, typed: Typed, by: object = None) -> bool:
        """Store new values of one field; a visit's keystrokes are one step."""
        item = self._session.workspace.find(identity)
        if item is None:
            return False
        own = typed.label
        label = own.fill(name=self.name(item)) if own else self._label(item, field, typed.changes)
        alone = own is not None or "old" in label.values
        visit = None if alone else (item.id, next(iter(typed.changes), ""))
        changed = self.completed(replace(item, **typed.changes), item)
        put, gone = (changed, *typed.related.put), typed.related.remove
        if gone:
            return self._session.workspace.replace(put, gone, label=label, by=by)
        return self._session.workspace.put(*put, label=label, visit=visit, by=by)

    def completed(self, item: Any, before: Record | None = None) -> Any:
        """A record as it is stored, with what follows from the edit."""
        if not isinstance(item, self.form.record):
            return item
        return self.form.completed(before or self.find(item.id), item, self._session.context())

    def rate(self, identity: str, scores: dict[str, int | None], by: object = None) -> bool:
        """Store several scores of one record as one step."""
        item = self.find(identity)
        moved = [each for each in self.ratings if each.name in scores and scores[each.name] != each.get(item)]
        if not moved:
            return False
        label = self._label(item, moved[0], scores)
        for each in moved[1:]:
            label = _("{one}, {other}").fill(one=label, other=self._step(each, item, scores))
        rated = self.completed(replace(item, **scores), item)
        return self._session.workspace.put(rated, label=label, by=by)

    def _label(self, item: Record, field: Field, changes: dict[str, Any]) -> Message:
        name = self.name(item)
        if isinstance(field, Rating) and changes.get(field.name, field.get(item)) != field.get(item):
            filled = self._step(field, item, changes)
            return _("{name}: {field} {old} → {new}").fill(name=name, **filled.values)
        if isinstance(field, Rating) and field.reason in changes:
            return _("{name}: {field}, reason").fill(name=name, field=field.label)
        return _("{name}: {field}").fill(name=name, field=field.label)

    @staticmethod
    def _step(field: Rating, item: Record, changes: dict[str, Any]) -> Message:
        old, new = (
            _("none") if score is None else str(score) for score in (field.get(item), changes[field.name])
        )
        return _("{field} {old} → {new}").fill(field=field.label, old=old, new=new)

    def add(self, head: Record | None, by: object = None, **values: Any) -> Any:
        """A new record at the end of the rows; its head is made first where there is none."""
        context = self._session.context()
        made = []
        if self.form.head is not None:
            if head is None:
                head = self.new_head(context)
                made.append(head)
            values[self.form.head.link] = head.id
        item = self.completed(self.new(context, **values))
        self._session.workspace.put(*made, item, label=_("New: {name}").fill(name=self.name(item)), by=by)
        return item

    def new(self, context: Context, **values: Any) -> Any:
        """A record that is not stored yet; what belongs to no phase belongs to the library."""
        item = self.form.new(context, **values)
        return item if self.form.phase is not None else replace(item, project=None)

    def new_head(self, context: Context) -> Record:
        """A parent record that is not stored yet."""
        assert self.form.head is not None
        kind = self.form.head.record
        known = context.records(kind)
        values: dict[str, Any] = {"position": max((each.position for each in known), default=-1.0) + 1.0}
        own = [form.fields for form in self._session.forms if form.record is kind]
        for each in (each for fields in (self.form.head.fields, *own) for each in fields):
            if isinstance(each, Code):
                values[each.name] = each.next(kind, context)
        values |= named(kind, self._session)
        return kind(project=context.project.id or None, **values)

    def add_head(
        self, by: object = None, besides: Callable[[Record], Iterable[Record]] = lambda _head: ()
    ) -> Record:
        """A new parent record, with what it begins with."""
        head = self.new_head(self._session.context())
        label = _("New: {name}").fill(name=self._head_name(head))
        self._session.workspace.put(head, *besides(head), label=label, by=by)
        return head

    def _head_name(self, head: Record) -> str:
        return self.form.head.title(head) if self.form.head else ""

    def put_many(self, items: Sequence[Record], label: Message, by: object = None) -> bool:
        """Store several records as one step."""
        context, find, form = self._session.context(), self._session.workspace.find, self.form
        done = [
            form.completed(find(item.id), item, context) if isinstance(item, form.record) else item
            for item in items
        ]
        return bool(done) and self._session.workspace.put(*done, label=label, by=by)

    def remove(self, items: Sequence[Record], by: object = None) -> None:
        """Take records away as one step."""
        self._session.workspace.remove(items, label=self.naming(_("Delete {name}"), items), by=by)

    def duplicate(self, items: Sequence[Record], by: object = None) -> list[Record]:
        """Copies with codes of their own, each right after the one it was made of."""
        copies: list[Record] = []
        context = self._session.context()
        known = list(context.records(self.form.record))
        later = Context(context.project, context.translate, lambda _kind: [*known, *copies], context.codes)
        for item in items:
            codes = {
                each.name: each.next(self.form.record, later)
                for each in self.form.fields
                if isinstance(each, Code)
            }
            copies.append(
                replace(item, id=new_id(), version=0, position=_after(item, [*known, *copies]), **codes)
            )
        self.put_many(copies, self.naming(_("Duplicate {name}"), items), by)
        return copies

    def after(self, item: Record) -> float:
        """The position right after a record."""
        return _after(item, self._session.context().records(self.form.record))

    def reorder(self, items: Sequence[Record], moved: Sequence[Record], by: object = None) -> bool:
        """Give records, in the order they shall have, positions in that order."""
        places = sorted(item.position for item in items)
        if any(low >= high for low, high in pairwise(places)):
            places = [float(number) for number in range(len(items))]
        changed = [
            replace(item, position=place)
            for item, place in zip(items, places, strict=True)
            if item.position != place
        ]
        return self.put_many(changed, self.naming(_("Move {name}"), moved), by)

    def naming(self, label: Message, items: Iterable[Record]) -> Message:
        """A label that names the first of some records, and how many more there are."""
        all_of_them = list(items)
        first = self.name(all_of_them[0]) if all_of_them else ""
        if len(all_of_them) < 2:  # noqa: PLR2004 - one needs no number
            return label.fill(name=first)
        return label.fill(name=_("{name} and {count} more").fill(name=first, count=len(all_of_them) - 1))


def _after(item: Record, known: Iterable[Record]) -> float:
    later = [each.position for each in known if each.position > item.position]
    return (item.position + min(later)) / 2 if later else item.position + 1.0
