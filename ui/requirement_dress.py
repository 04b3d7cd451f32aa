"""The page of a requirement: what was asked and needed, two scores, 5W1H, the decision, and its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.checklist import ChecklistEditor
from ui.chip import Chip
from ui.inputs import finish_composition
from ui.real_need import RealNeed
from ui.record_dress import Dress, Rows
from ui.requirement_questions import Questions, WayEditor, answer_editor
from ui.requirement_side import RequirementSide
from ui.segment_editor import SegmentEditor
from ui.task_making import can_make_tasks, make_task
from ui.theme import Press, Words
from ui.typed import tone_of
from workbench.domain import Record, Requirement
from workbench.messages import Message, _
from workbench.rules.acceptance import met, parse
from workbench.rules.ageing import crosses_on, urgency_on
from workbench.rules.validation import QUESTIONS

if TYPE_CHECKING:
    from ui.change_log import AskPast
    from ui.edits import Edits
    from ui.session import Session
    from workbench.spec import Context

ROOMY = 1000
"""From this width on the evidence stands beside the fields."""
SIDE = 316
APART = 700
"""Below this width the scores stand one above the other."""


class RequirementDress(Dress):
    """Follows the mock-up; every field of the form is there."""

    editors = {  # noqa: RUF012
        **dict.fromkeys(("verdict", "feasibility", "progress"), SegmentEditor),
        **dict.fromkeys((*QUESTIONS, "cost"), answer_editor),
        "how": WayEditor,
        "acceptance": ChecklistEditor,
    }

    def __init__(self, edits: Edits, session: Session) -> None:
        super().__init__(edits, session)
        self.need = RealNeed(session)
        self.need.wanted.connect(self.field_wanted)
        self.side = self.panel = RequirementSide(session)
        self.panel.wanted.connect(self.wanted_item)
        self.panel.linked.connect(self.linked)
        self.panel.log.all_wanted.connect(self.history_wanted)
        self.type, self.group, self.out = (Chip(session.theme) for _each in range(3))
        self.chips = (self.type, self.group, self.out)
        self.action = self.task = Press(session.theme, "primary", "chart-gantt")
        if not can_make_tasks(session):  # to show it before it stands anywhere would make it a window
            self.task.hide()
        self.task.clicked.connect(self.make_task)
        self.filled, self.judged = (Words(session.theme, "cap", "ink3") for _each in range(2))
        self.questions: Questions
        self._pairs: list[QBoxLayout] = []
        self._rows: Rows = {}
        self._item: Requirement | None = None
        session.theme.changed.connect(self._dress)

    def lay_out(self, column: QVBoxLayout, rows: Rows) -> None:
        """Put the fields where they belong."""
        self._rows = rows
        asked, questions, decision = self._edits.form.sections
        self._add_rows(column, [rows["description"]])
        column.addSpacing(6)
        self.add(column, self.need)
        column.addSpacing(10)
        self._add_pair(column, "value", "urgency")
        self._add_title(column, questions.title, self.filled)
        self.questions = Questions([(each.name, rows[each.name]) for each in questions.fields], self._session)
        self.add(column, self.questions)
        self._add_title(column, decision.title)
        self._add_rows(column, [rows[each.name] for each in decision.fields if each.name != "acceptance"])
        criteria = rows["acceptance"]
        self._add_title(column, criteria.field.label, self.judged)
        criteria.above = True
        criteria.label.hide()
        self._add_rows(column, [criteria])
        self._add_title(column, asked.title)
        self._add_pair(column, "wanted_solution", "real_need")
        others = (each.name for each in asked.fields if each.name not in {"wanted_solution", "real_need"})
        self._add_rows(column, [rows[name] for name in ("requirement_type", *others)])
        self._add_title(column, _("In the table"))
        self._add_rows(column, [rows[name] for name in ("code", "priority", "remark")])

    def _add_title(self, column: QVBoxLayout, text: Message, besides: Words | None = None) -> Words:
        """A title, and what is said beside it."""
        title = super()._add_title(column, text)
        if besides is not None:
            at = column.indexOf(title)
            column.takeAt(at)
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(title)
            line.addWidget(besides, 1)
            column.insertLayout(at, line)
        return title

    def _add_pair(self, column: QVBoxLayout, *names: str) -> None:
        """Two fields side by side where there is room."""
        both, line = QWidget(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        both.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(24)
        for name in names:
            self._rows[name].above = True
            line.addWidget(self._rows[name], 1, Qt.AlignmentFlag.AlignTop)
        self.add(column, both)
        self._pairs.append(line)

    def show_item(self, item: Record, context: Context) -> None:
        """Show what follows from a requirement."""
        assert isinstance(item, Requirement)
        self._item = item
        self.need.show_item(item, context)
        self._show_questions(item, context)
        self._show_ageing(item, context)
        self._show_reasons(item, context)
        self._show_head(item, context)
        self.panel.show_item(item, context)

    def say_anew(self, context: Context) -> None:
        """Say everything in the language of now."""
        super().say_anew(context)
        self.questions.say_anew()
        self._say_task(whole=self.task.text() != "")

    def _say_task(self, *, whole: bool) -> None:
        said = self._session.translate(_("Make task"))
        self.task.setText(said if whole else "")
        self.task.setToolTip(self._session.translate(_("Make a task of this requirement in its plan")))
        self.task.setAccessibleName(said)

    def read_past(self, ask: AskPast) -> None:
        """Show what the file knows of a requirement's past, too."""
        self.panel.log.ask = ask

    def make_task(self) -> None:
        """Make a task of the requirement and go there."""
        finish_composition()
        self._session.workspace.end_visit()
        item = self._edits.find(self._item.id) if self._item is not None else None
        if item is not None:
            self.wanted_item.emit(make_task(self._session, item, self).id)

    def _show_head(self, item: Requirement, context: Context) -> None:
        form, kinds = self._edits.form, self._rows["requirement_type"].field
        self.type.show_word(kinds.text(item, context))
        self.type.setVisible(self.task.text() != "" and self.type.text() != "")
        if self._edits.grouping is not None:
            tone = tone_of(self._edits.grouping, item, context)
            self.group.show_word(self._edits.grouping.text(item, context), tone or "grey")
        self.out.show_word(form.out.text(item, context) if form.out is not None else "")

    def _show_questions(self, item: Requirement, context: Context) -> None:
        self.questions.show_item(item, context)
        self.filled.setText(self.questions.summary(item, context))
        criteria = parse(item.acceptance)
        said = context.translate(_("The client judges by these whether it is done"))
        counted = f"{met(criteria)} / {len(criteria)} · " if criteria else ""
        self.judged.setText(counted + said)

    def _show_ageing(self, item: Requirement, context: Context) -> None:
        """Say when urgency that grows takes the requirement into another quadrant."""
        note, day = self._rows["urgent_on"].note, crosses_on(item, context.project)
        note.setVisible(day is not None)
        if day is not None:
            said = _("Urgency grows: {score} from {day} on, another quadrant then")
            filled = said.fill(score=urgency_on(item, day) or 0, day=day.isoformat())
            note.setText(context.translate(filled))

    def _show_reasons(self, item: Requirement, context: Context) -> None:
        """A score without a reason is marked as long as there is none; nothing waits for it."""
        for name in ("value", "urgency"):
            row = self._rows[name]
            missing = row.field.problem(item, context) if getattr(item, name) is not None else None
            row.note.show_tone("amber_t")
            row.note.setText(context.translate(missing) if missing else "")
            row.note.setVisible(missing is not None and row.problem.isHidden())

    def _dress(self) -> None:
        if self._item is not None:
            self._show_questions(self._item, self._session.context())

    def share(self, width: int) -> int:
        """The evidence beside where there is room for it; the scores side by side where there is."""
        theme = self._session.theme
        wide = width >= theme.px(ROOMY)
        self.panel.setVisible(wide)
        self.panel.setFixedWidth(theme.px(SIDE))
        left = width - theme.px(SIDE) if wide else width
        direction = QBoxLayout.Direction
        apart = left >= theme.px(APART)
        self._say_task(whole=apart)
        self.type.setVisible(apart and bool(self.type.text()))
        for pair in self._pairs:
            pair.setDirection(direction.LeftToRight if apart else direction.TopToBottom)
        return left
