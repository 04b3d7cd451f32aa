"""What the keys of a call do: to the line that is being typed, or to the lines that are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partialmethod

from PySide6.QtCore import Qt, Signal

from ui.interview.acts import LineActs
from ui.interview.beginning import kept_outline
from ui.interview.page_parts import InterviewParts
from workbench.domain import Confirmation, Note, NoteKind, Problem, Requirement
from workbench.messages import Message, _, translator
from workbench.rules.asked import next_question, ticked
from workbench.rules.clock import stamp
from workbench.rules.marks import KINDS
from workbench.rules.paraphrase import sentence

OTHER = Qt.FocusReason.OtherFocusReason


class LineCommands(InterviewParts):
    """The commands of the page; each works from the input line without leaving it."""

    outline_wanted = Signal(str)
    acts: LineActs

    def refresh(self) -> None:
        """Show everything as it is now."""
        raise NotImplementedError

    # -- what a command is about

    @property
    def lines_focused(self) -> bool:
        """Whether the lines have the focus, or the editor of one of them."""
        return self.lines.hasFocus() or self.lines.editor.hasFocus()

    def _targets(self) -> list[Note]:
        """The lines that are chosen, if the focus is there."""
        return self.lines.chosen if self.lines_focused else []

    def _lines_or_last(self) -> list[Note]:
        """The chosen lines; else what is being typed, which is then said; else the last line."""
        if notes := self._targets():
            return notes
        if self.call.line is not None:
            self.commit_line()
        said = (note for note in self.call.notes if note.text.strip())
        return [note for note in said if note.note_kind is not NoteKind.MOMENT][-1:]

    def _done(self, text: Message) -> None:
        self.refresh()
        self.status.emit(self.session.translate(text))

    def show_entry(self) -> None:
        """Show the stamp, kind and speaker of the line that is being typed."""
        self.entry.show_line(self.call.line, self.call.kind, self.call.people, self.call.speaker)

    # -- the line

    def commit_line(self) -> None:
        """The line is said."""
        self.entry.typing.finish()
        said = self.call.commit(self.entry.typing.toPlainText())
        if said is not None:
            self.entry.show_words("")
            self.refresh()
            self.lines.scrollToBottom()

    def close_facts(self) -> None:
        """Who goes on typing needs the strip no more; the line itself stays where it is."""
        if self.entry.typing.hasFocus():
            self.facts.close_up()

    def back_to_input(self) -> None:
        """Go on typing where one was."""
        self.need_wanted = False
        self.place_card()
        self.facts.close_up()
        self.entry.typing.setFocus(OTHER)

    def moment(self) -> None:
        """Stamp this moment without words."""
        note = self.call.moment()
        if note is not None:
            self.refresh()
            self.lines.scrollToBottom()

    def _edit(self, identity: str, text: str) -> None:
        note = self.session.workspace.find(identity)
        if isinstance(note, Note):
            self.acts.edit(note, text)
            self.refresh()

    def delete(self) -> None:
        """Take the chosen lines away."""
        if self.lines.hasFocus() and (notes := self.lines.chosen):
            self.acts.delete(notes)
            self.refresh()

    # -- kind, stage, speaker

    def mark(self, kind: NoteKind) -> None:
        """Say of what kind the chosen lines, or the line that is being typed, are."""
        if notes := self._targets():
            self.acts.set_kind(notes, kind)
        elif self.call.line is not None:
            known = self.call.line.note_kind
            self.call.line = replace(self.call.line, note_kind=NoteKind.NONE if known is kind else kind)
            self.call.store()
        else:
            self.call.kind = None if self.call.kind is kind else kind
        self.refresh()

    def _mark_number(self, number: int) -> None:
        self.mark(KINDS[number])

    kind_1 = partialmethod(_mark_number, 0)
    kind_2 = partialmethod(_mark_number, 1)
    kind_3 = partialmethod(_mark_number, 2)
    kind_4 = partialmethod(_mark_number, 3)
    kind_5 = partialmethod(_mark_number, 4)
    kind_6 = partialmethod(_mark_number, 5)
    kind_7 = partialmethod(_mark_number, 6)

    def go_to_stage(self, stage: str) -> None:
        """Go on in another stage; the line that is being typed goes along."""
        self.call.stage = stage
        if self.call.line is not None:
            self.call.line = replace(self.call.line, stage=stage)
            self.call.store()
        self.refresh()

    def _step_stage(self, step: int) -> None:
        known = [stage.id for stage in self.call.stages]
        notes = self._targets()
        here = notes[0].stage if notes else self.call.stage
        at = known.index(here) + step if here in known else 0
        if not 0 <= at < len(known):
            return
        if notes:
            self.acts.set_stage(notes, known[at])
            self.refresh()
        else:
            self.go_to_stage(known[at])

    next_stage = partialmethod(_step_stage, 1)
    previous_stage = partialmethod(_step_stage, -1)

    def _speak(self, number: int) -> None:
        people = self.call.people
        if number >= len(people):
            return
        if notes := self._targets():
            self.acts.set_speaker(notes, people[number])
        else:
            self.call.speaker = people[number]
            if self.call.line is not None:
                self.call.line = replace(self.call.line, speaker=people[number])
                self.call.store()
        self.refresh()

    speaker_1 = partialmethod(_speak, 0)
    speaker_2 = partialmethod(_speak, 1)
    speaker_3 = partialmethod(_speak, 2)
    speaker_4 = partialmethod(_speak, 3)
    speaker_5 = partialmethod(_speak, 4)
    speaker_6 = partialmethod(_speak, 5)
    speaker_7 = partialmethod(_speak, 6)
    speaker_8 = partialmethod(_speak, 7)
    speaker_9 = partialmethod(_speak, 8)

    def tick_question(self) -> None:
        """The next question of this stage was asked; what was answered may be written down later."""
        asked = next_question(item for item in self.call.questions if item.stage == self.call.stage)
        if asked is not None:
            label = _("Asked: {text}").fill(text=" ".join(asked.text.split())[:40])
            self.session.workspace.put(ticked(asked), label=label, by=self.call)
            self.refresh()

    # -- the sentence that is read out

    def paraphrase(self) -> None:
        """Build the sentence of the chosen or last lines, to be read out and answered."""
        notes = self._lines_or_last()
        said = sentence([note.text for note in notes], translator(self.session.project.language))
        if not said:
            return
        self.acts.ask(notes, said)
        card = self.guide.paraphrase
        card.ask(notes, said)
        self.place_card()
        card.sentence.setFocus(OTHER)
        self.refresh()

    def answered(self, identities: Sequence[str], said: str, answer: Confirmation) -> None:
        """Note what the client said to the sentence."""
        found = (self.session.workspace.find(each) for each in identities)
        notes = [note for note in found if isinstance(note, Note)]
        if notes:
            self.acts.answer(notes, said, answer)
        self.back_to_input()
        self.refresh()

    def _write_need(self, identity: str, text: str) -> None:
        note = self.session.workspace.find(identity)
        if isinstance(note, Note):
            if self.call.line is not None and note.id == self.call.line.id:
                self.call.line = replace(self.call.line, real_need=text)
            self.acts.set_need(note, text)

    def write_need(self) -> None:
        """Go to the need behind the wish."""
        if self.guide.need.identity:
            self.need_wanted = True
            self.place_card()
            self.guide.need.need.setFocus(OTHER)

    def put_hints_away(self) -> None:
        """Say no more about the chosen lines."""
        if notes := self._targets():
            self.acts.put_hints_away(notes)
            self.refresh()

    # -- what becomes of a line

    def _convert(self, kind: type[Requirement] | type[Problem]) -> None:
        notes = self._lines_or_last()
        codes = [getattr(self.acts.convert(note, kind), "code", "") for note in notes]
        if codes:
            said = _("{codes} from line {time}").fill(codes=", ".join(codes), time=stamp(notes[0].at))
            self._done(said)

    to_requirement = partialmethod(_convert, Requirement)
    to_problem = partialmethod(_convert, Problem)

    # -- the call

    def toggle_clock(self) -> None:
        """Start or pause the clock."""
        self.call.toggle_clock()

    def end_call(self) -> None:
        """The call is over."""
        self.commit_line()
        self.call.end()
        self.refresh()

    def consent(self) -> None:
        """Note that the client agrees to notes, or take it back."""
        self.call.consent()
        self.refresh()

    def edit_facts(self) -> None:
        """Write down the title, who takes part, when and what for; a second time goes back to the line."""
        if self.call.interview is None:
            return
        if self.facts.isAncestorOf(self.focusWidget() or self):
            self.back_to_input()
        else:
            self.facts.open_up()

    def edit_outline(self) -> None:
        """Go to the outline of this interview."""
        self.outline_wanted.emit(self.call.stage or self.call.identity)

    def keep_outline(self) -> None:
        """Keep this outline among the templates that an interview may begin with."""
        made = kept_outline(self.call)
        if made:
            label = _("Outline kept as a template")
            self.session.workspace.put(*made, label=label, by=self.call)
            self.status.emit(self.session.translate(label))

    def toggle_panel(self) -> None:
        """Show the guide at the right, or hide it."""
        self.guide_wanted = not self.guide_wanted
        self.arrange()
