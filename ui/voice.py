"""The window's language: texts that are said anew when it changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from workbench.messages import Message, Translate, translator

NAMES = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
"""The languages in their own words."""


class Voice(QObject):
    """The language of one window. ``changed`` tells that every text must be said anew."""

    changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    @property
    def translate(self) -> Translate:
        """From messages to the window's language."""
        return translator(self.language)

    def speak(self, language: str) -> None:
        """Change the language."""
        if language != self.language:
            self.language = language
            self.changed.emit()


class Sayings(QObject):
    """The fixed texts of one widget, each with what shows it."""

    def __init__(self, voice: Voice, owner: QObject) -> None:
        super().__init__(owner)
        self._voice = voice
        self._known: dict[object, tuple[Callable[[str], object], Message]] = {}
        voice.changed.connect(self._again)

    def say(self, show: Callable[[str], object], text: Message, key: object = None) -> None:
        """Show a text now and in every language to come; a later text of the same place or key wins."""
        self._known[key or show] = (show, text)
        show(self._voice.translate(text))

    def tell(self, text: Message) -> str:
        """A text in the language of now."""
        return self._voice.translate(text)

    def _again(self) -> None:
        for show, text in self._known.values():
            show(self._voice.translate(text))


def literal(text: str) -> str:
    """A tool tip that shows a client's words as they are: Qt would read some as HTML."""
    from html import escape  # late: no first paint has a tool tip of a client's words

    return f'<span style="white-space: pre-wrap">{escape(text)}</span>' if text else ""
