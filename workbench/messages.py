"""Texts that are marked where they are written and translated where they are shown."""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("zh_CN", "zh_TW", "en")


class Message(str):
    """An English text that a catalogue may translate. Never shown as it is."""

    __slots__ = ("own", "values")

    values: Mapping[str, Any]
    own: Mapping[str, str]

    def __new__(cls, text: str, values: Mapping[str, Any] | None = None) -> Self:
        """Mark a text, with values for its placeholders."""
        message = super().__new__(cls, text)
        message.values = values or {}
        message.own = {}
        return message

    def fill(self, **values: Any) -> Message:
        """The same text with values for its ``{placeholders}``; values may be messages themselves."""
        filled = Message(self, {**self.values, **values})
        filled.own = self.own
        return filled


Translate = Callable[[str], str]
"""From a message (or plain text, which stays as it is) to text in one language."""


def _(text: str) -> Message:
    """Mark a text for translation. The name is the one gettext tools look for."""
    return Message(text)


def trilingual(*, en: str, zh_CN: str, zh_TW: str) -> Message:  # noqa: N803 - the languages' own names
    """A message that brings its translations along, so that a form needs no catalogue."""
    message = Message(en)
    message.own = {"en": en, "zh_CN": zh_CN, "zh_TW": zh_TW}
    return message


def translator(language: str) -> Translate:
    """The function that puts messages into ``language``, one of LANGUAGES."""
    catalogue = _catalogue(language)

    def translate(text: str) -> str:
        if not isinstance(text, Message):
            return text
        if not text:
            return ""
        shown = text.own.get(language) or catalogue.gettext(str.__str__(text))
        if not text.values:
            return shown
        return shown.format(
            **{name: translate(v) if isinstance(v, str) else v for name, v in text.values.items()}
        )

    return translate


@lru_cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("workbench", LOCALE, [language])


def language_of(tag: str) -> str:
    """The one of LANGUAGES that fits a locale tag; Hong Kong and Macao read Traditional Chinese."""
    parts = tag.replace("-", "_").split(".")[0].lower().split("_")
    if parts[0] != "zh":
        return "en"
    return "zh_TW" if {"hant", "tw", "hk", "mo"} & set(parts[1:]) else "zh_CN"


def system_language() -> str:
    """The language this computer's user has set."""
    tags = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return language_of(next((tag for tag in tags if tag), None) or locale.getlocale()[0] or "en")


class Refusal(Exception):  # noqa: N818 - the world's fault, told in a sentence; not an error of ours
    """Something that cannot be done, told in one clear sentence: what, which file, what to do next."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message
