"""What one does with lines that are said: each thing is one step with a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ui.interview.converting import convert
from workbench.domain import Confirmation, Link, Note, NoteKind, Problem, Record, Relation, Requirement
from workbench.messages import Message, _
from workbench.rules.clock import stamp
from workbench.rules.coverage import point_of

if TYPE_CHECKING:
    from ui.interview.call import Call


class LineActs:
    """Changes lines of one call."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def _put(self, label: Message, notes: Sequence[Record], visit: object = None) -> bool:
        workspace = self._call.session.workspace
        return bool(notes) and workspace.put(*notes, label=label, visit=visit, by=self._call)

    def _each(self, label: Message, notes: Sequence[Note], **fields: Any) -> bool:
        changed = [replace(note, **fields) for note in notes]
        return self._put(label.fill(time=stamp(notes[0].at)) if notes else label, changed)

    def set_kind(self, notes: Sequence[Note], kind: NoteKind) -> bool:
        """Say of what kind lines are; a second time takes it back."""
        same = all(note.note_kind is kind for note in notes)
        chosen = NoteKind.NONE if same else kind
        points = self._call.points
        changed = []
        for note in notes:
            again = replace(note, note_kind=chosen, point=None)
            changed.append(replace(again, point=point_of(again, points)))
        return bool(notes) and self._put(_("Kind of {time}").fill(time=stamp(notes[0].at)), changed)

    def set_stage(self, notes: Sequence[Note], stage: str | None) -> bool:
        """Move lines to another stage."""
        return self._each(_("Stage of {time}"), notes, stage=stage)

    def set_speaker(self, notes: Sequence[Note], speaker: str) -> bool:
        """Say who said lines."""
        return self._each(_("Speaker of {time}"), notes, speaker=speaker)

    def edit(self, note: Note, text: str) -> bool:
        """Change the words of a line; a visit's keys are one step."""
        label = _("Line {time}").fill(time=stamp(note.at))
        return self._put(label, [replace(note, text=text)], ("words", note.id))

    def set_need(self, note: Note, text: str) -> bool:
        """Write down the need behind a wish."""
        label = _("Real need of {time}").fill(time=stamp(note.at))
        return self._put(label, [replace(note, real_need=text)], ("need", note.id))

    def put_hints_away(self, notes: Sequence[Note]) -> bool:
        """Say no more about lines, or say it again."""
        return self._each(_("Hints of {time}"), notes, quiet=not all(note.quiet for note in notes))

    def delete(self, notes: Sequence[Note]) -> None:
        """Take lines away."""
        if notes:
            label = _("Delete {name}").fill(name=stamp(notes[0].at))
            self._call.session.workspace.remove(notes, label=label, by=self._call)

    def ask(self, notes: Sequence[Note], sentence: str) -> bool:
        """Note that lines are being played back in a sentence, unless that was answered already."""
        open_ = [note for note in notes if note.confirmation in {Confirmation.NONE, Confirmation.PARAPHRASED}]
        return self._each(
            _("Paraphrase {time}"), open_, paraphrase=sentence, confirmation=Confirmation.PARAPHRASED
        )

    def answer(self, notes: Sequence[Note], sentence: str, answer: Confirmation) -> bool:
        """Note what the client said to a sentence, and when."""
        return self._each(
            _("Answer to {time}"),
            notes,
            paraphrase=sentence,
            confirmation=answer,
            confirmed_at=self._call.now(),
        )

    def convert(self, note: Note, kind: type[Requirement] | type[Problem]) -> Record:
        """Make a line a requirement or a problem, linked to it as evidence, as one step."""
        return convert(self._call.session, note, kind, self._call)

    def made_of(self, notes: Sequence[Note]) -> dict[str, list[Record]]:
        """What has become of lines: requirements and problems by the line's id."""
        own = {note.id for note in notes}
        found: dict[str, list[Record]] = {}
        for link in self._call.all_of(Link):
            if link.from_ in own and link.relation is Relation.EVIDENCE:
                item = self._call.session.workspace.find(link.to)
                if isinstance(item, Requirement | Problem):
                    found.setdefault(link.from_, []).append(item)
        return found
