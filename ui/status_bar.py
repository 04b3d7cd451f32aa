"""What is saved, what undo takes back, what is selected, and how the window looks and speaks."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from ui.saving import SaveState, Saving
from ui.theme import SCALES, ElidedWords, Look, Press, Theme, Words
from ui.voice import NAMES, Sayings, Voice
from workbench.messages import LANGUAGES, Message, _

DOTS = {Saving.SAVED: "green", Saving.BUSY: "amber", Saving.FAILED: "red"}
TONES = {Saving.SAVED: "ink2", Saving.BUSY: "amber_t", Saving.FAILED: "red_t"}
LOOKS = {
    Look.SYSTEM: _("Like the system"),
    Look.LIGHT: _("Light"),
    Look.DARK: _("Dark"),
    Look.CONTRAST_LIGHT: _("High contrast, light"),
    Look.CONTRAST: _("High contrast, dark"),
}
LOOK_ICONS = {Look.LIGHT: "sun", Look.DARK: "moon", Look.CONTRAST_LIGHT: "eye", Look.CONTRAST: "eye"}


class Dot(QWidget):
    """A disc in a tone of the theme; the words beside it say what it means."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone = "green"
        self.setFixedSize(9, 18)
        theme.changed.connect(self.update)

    def show_tone(self, tone: str) -> None:
        """Wear another tone."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._tone))
        painter.drawEllipse(1, self.height() // 2 - 3, 7, 7)
        painter.end()


class StatusBar(QWidget):
    """The line at the foot of the window. ``left`` tells that one has chosen and goes back to the page."""

    language_chosen = Signal(str)
    look_chosen = Signal(object)
    scale_chosen = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.setObjectName("status_bar")
        self._theme = theme
        self._voice = voice
        self._sayings = Sayings(voice, self)
        self._undo_text = ""
        self._compact = False
        self.rules = (_rule(), _rule())
        self._groups: tuple[QActionGroup, ...] = ()
        self._dot = Dot(theme)
        self.save = ElidedWords(theme, "cap", "ink2")
        self.undo = Press(theme, "small", "undo-2")
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._key = Words(theme, "cap", "ink3")
        self.call = self._call_button()
        self.selection = Words(theme, "cap", "ink3")
        self.language = Press(theme, "small", "languages")
        self.look = Press(theme, "small", "sun")
        self.scale = Press(theme, "small")
        self._lay_out()
        theme.changed.connect(self._dress)
        voice.changed.connect(self._dress)
        self._dress()
        self.show_undo(Message(""), "")
        self.show_plain(Message(""))

    def _call_button(self) -> Press:
        """A call that runs while another page is shown."""
        button = Press(self._theme, "small", "timer")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sayings.say(button.setAccessibleName, _("Interview"))
        button.hide()
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 1, 12, 0)
        row.setSpacing(6)
        row.addWidget(self._dot)
        row.addWidget(self.save)
        row.addWidget(self.rules[0])
        row.addWidget(self.undo)
        row.addWidget(self._key)
        row.addStretch(1)
        row.addWidget(self.call)
        row.addWidget(self.selection)
        row.addWidget(self.rules[1])
        self.rules[1].hide()
        for button in (self.language, self.look, self.scale):
            row.addWidget(button)

    def add_menus(self) -> None:
        """Offer languages, themes and sizes; after the first paint, which needs none of these."""
        languages = self._menu(self.language, _("Language"))
        for language in LANGUAGES:
            action = self._choice(languages, NAMES[language], language)
            action.triggered.connect(partial(self._choose, self.language_chosen, language))
        looks = self._menu(self.look, _("Theme"))
        for look, text in LOOKS.items():
            action = self._choice(looks, "", str(look))
            self._sayings.say(action.setText, text)
            action.triggered.connect(partial(self._choose, self.look_chosen, look))
        scales = self._menu(self.scale, _("Text size"))
        for scale in SCALES:
            action = self._choice(scales, f"{scale}%", str(scale))
            action.triggered.connect(partial(self._choose, self.scale_chosen, scale))
        self._groups = (languages, looks, scales)
        self._dress()

    def _choose(self, signal: SignalInstance, chosen: object) -> None:
        signal.emit(chosen)
        self.left.emit()

    def _menu(self, button: Press, name: Message) -> QActionGroup:
        menu = QMenu(button)
        button.setMenu(menu)
        self._sayings.say(button.setToolTip, name)
        self._sayings.say(button.setAccessibleName, name)
        return QActionGroup(menu)

    def _choice(self, group: QActionGroup, text: str, key: str) -> QAction:
        menu = group.parent()
        action = QAction(text, group, checkable=True)
        action.setData(key)
        if isinstance(menu, QMenu):
            menu.addAction(action)
        return action

    def show_saving(self, state: SaveState) -> None:
        """Say whether everything is on disk, and why not."""
        texts = {
            Saving.SAVED: _("Saved · {time}").fill(time=datetime.now().astimezone().strftime("%H:%M")),
            Saving.BUSY: _("Saving…"),
            Saving.FAILED: _("Not saved: {reason}").fill(reason=state.reason),
        }
        self._dot.show_tone(DOTS[state.saving])
        self.save.show_tone(TONES[state.saving])
        self._sayings.say(self._show_save, texts[state.saving])

    def _show_save(self, text: str) -> None:
        self.save.setText(text)
        self._dot.setVisible(bool(text))

    def show_plain(self, text: Message, tone: str = "grey") -> None:
        """Say something else in the place of the save state."""
        self._dot.show_tone(tone)
        self.save.show_tone("ink2")
        self._sayings.say(self._show_save, text)

    def show_call(self, text: Message) -> None:
        """Say how long a call has been running; an empty text says nothing."""
        if text:
            self._sayings.say(self.call.setText, text)
        self.call.setVisible(bool(text))
        self._show_rule()

    def show_selection(self, text: str) -> None:
        """Say what is selected, or was done with it."""
        self.selection.setText(text)
        self._show_rule()

    def _show_rule(self) -> None:
        """A line stands only between two things."""
        said = bool(self.selection.text()) or not self.call.isHidden()
        self.rules[1].setVisible(said and not self._compact)

    def show_compact(self, *, compact: bool) -> None:
        """Say only what changes while one works."""
        self._compact = compact
        for part in (self.language, self.look, self.scale):
            part.setVisible(not compact)
        self._show_key()
        self._show_rule()

    def show_undo(self, step: Message, key: str) -> None:
        """Name what undo takes back; nothing when there is nothing."""
        text = _("Undo: {step}").fill(step=step) if step else Message("")
        self._sayings.say(self._show_undo, text)
        self._key.setText(key if step else "")
        self.undo.setVisible(bool(step))
        self._show_key()

    def _show_key(self) -> None:
        for part in (self.rules[0], self._key):
            part.setVisible(bool(self._key.text()) and not self._compact)

    def _show_undo(self, text: str) -> None:
        self._undo_text = " ".join(text.split())
        self._fit_undo()

    def _fit_undo(self) -> None:
        room = max(self._theme.px(80), self.width() // 5)
        shown = self.undo.fontMetrics().elidedText(self._undo_text, Qt.TextElideMode.ElideRight, room)
        self.undo.setText(shown.replace("&", "&&"))
        self.undo.setAccessibleName(self._undo_text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name of the next undo as much room as there is."""
        super().resizeEvent(event)
        self._fit_undo()

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.px(30))
        self.language.setText(NAMES[self._voice.language])
        self.look.show_icon(LOOK_ICONS[self._theme.worn])
        self.look.setText(self._voice.translate(LOOKS[self._theme.worn]))
        self.scale.setText(f"{self._theme.scale}%")
        chosen = (self._voice.language, str(self._theme.look), str(self._theme.scale))
        for group, key in zip(self._groups, chosen, strict=False):
            for action in group.actions():
                action.setChecked(action.data() == key)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFixedSize(1, 14)
    rule.setProperty("rule", "true")
    return rule
