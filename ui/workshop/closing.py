"""The last part: decisions and the parking lot are read out; the minutes are ready."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from ui.flow import Flow
from ui.workshop.big import BigPress, Stage, WallPress, column, emptied, words
from ui.workshop.meeting import Meeting
from ui.workshop.part import PartView
from workbench.messages import Message, _


class Closing(PartView):
    """Decisions, the parking lot, minutes. ``saving`` asks for a file of a suffix, ``ended`` ends it all."""

    saving = Signal(str)
    ended = Signal()

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self.stage = Stage(self.session, self._key)
        self._lists = column(gap=6)
        inner = QWidget()
        inner.setLayout(self._lists)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        for ground in (self.area.viewport(), inner):
            ground.setAutoFillBackground(False)
        self._lay_out()

    def _lay_out(self) -> None:
        self.copy = BigPress(self.theme, "secondary", "copy")
        self.word = BigPress(self.theme, "secondary", "file-text")
        self.excel = BigPress(self.theme, "secondary", "table-2")
        self.picture = BigPress(self.theme, "secondary", "chart-line")
        self.end = WallPress(self.theme, "primary")
        for button, suffix in ((self.word, ".docx"), (self.excel, ".xlsx"), (self.picture, ".png")):
            button.clicked.connect(lambda _on, suffix=suffix: self.saving.emit(suffix))
        self.copy.clicked.connect(lambda _on: self.copy_minutes())
        self.end.clicked.connect(lambda _on: self.ended.emit())
        files, row = QWidget(), QHBoxLayout()
        flow = Flow(files, 12)
        for button in (self.copy, self.word, self.excel, self.picture):
            flow.addWidget(button)
        row.addWidget(files, 1)
        row.addWidget(self.end, 0, Qt.AlignmentFlag.AlignBottom)
        inside = column(self.stage, edge=28)
        inside.addWidget(self.area, 1)
        inside.addLayout(row)
        whole = column(self)
        whole.setContentsMargins(40, 24, 40, 24)
        whole.addWidget(self.stage)

    def entrance(self) -> QWidget:
        """The card."""
        return self.stage

    def hint(self) -> Message:
        """The keys of this part."""
        return _(
            "C: copy the minutes · W: Word · X: Excel · P: picture · E: end the workshop · Esc: leave it open"
        )

    def refresh(self) -> None:
        """Show the records of now."""
        emptied(self._lists)
        meeting, tell = self.meeting, self.tell
        from ui.workshop.minutes import with_name  # late: the meeting begins without its minutes

        decided = [with_name(meeting, each.text, each.who) for each in meeting.decisions()]
        scored = [" · ".join(filter(None, (each.text, each.why))) for each in meeting.score_decisions()]
        parts = (
            (tell(_("Decisions")), decided),
            (tell(_("Parking lot")), [each.text for each in meeting.parked()]),
            (tell(_("Decided scores")), scored),
        )
        for title, lines in parts:
            self._add(title, lines)
        self._lists.addStretch(1)
        for button, text in (
            (self.copy, _("Copy minutes")),
            (self.word, _("Minutes as Word")),
            (self.excel, _("Tables as Excel")),
            (self.picture, _("Picture")),
            (self.end, _("End the workshop")),
        ):
            button.setText(tell(text))
        self.area.setAccessibleName(tell(_("Decisions")))

    def _add(self, title: str, lines: list[str]) -> None:
        if self._lists.count():
            self._lists.addSpacing(14)
        head = words(self.session, "h1", "accent_t")
        head.setText(f"{title}  {len(lines)}")
        self._lists.addWidget(head)
        for line in lines or ["—"]:
            label = words(self.session, wrap=True)
            label.setText(" ".join(line.split()))
            self._lists.addWidget(label)

    def copy_minutes(self) -> None:
        """Put the minutes on the clipboard as text."""
        from ui.workshop.minutes import as_text, minutes

        QGuiApplication.clipboard().setText(as_text(minutes(self.meeting)))
        self.told.emit(self.tell(_("The minutes are on the clipboard")))

    def _key(self, key: Qt.Key, text: str) -> bool:
        suffixes = {"w": ".docx", "x": ".xlsx", "p": ".png"}
        bar = self.area.verticalScrollBar()
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if text.lower() in suffixes:
            self.saving.emit(suffixes[text.lower()])
        elif text.lower() == "c":
            self.copy_minutes()
        elif text.lower() == "e":
            self.ended.emit()
        elif key in pages:
            bar.setValue(bar.value() + pages[key] * bar.pageStep())
        else:
            return False
        return True
