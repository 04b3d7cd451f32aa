"""What a way of realisation is made of: people, process, system, said before its text.

The kinds stand in the text itself, where every document and every reader finds them::

    Process, System: incidents are graded; the duty group answers within 5 minutes
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from workbench.messages import LANGUAGES, Message, translator, trilingual

KINDS: Final[dict[str, Message]] = {
    "people": trilingual(en="People", zh_CN="人", zh_TW="人"),
    "process": trilingual(en="Process", zh_CN="流程", zh_TW="流程"),
    "system": trilingual(en="System", zh_CN="系统", zh_TW="系統"),
}
_BETWEEN = re.compile(r"\s*[、,，/+]\s*")
_HEAD = re.compile(r"\s*(?P<words>[^:：\n]{1,40})[:：]\s*")
_JOINT = {"en": (", ", ": ")}
_CHINESE = ("、", "：")


@lru_cache
def _known() -> dict[str, str]:
    """The kind that each word stands for, in any of the languages."""
    return {
        translator(language)(word).casefold(): kind for language in LANGUAGES for kind, word in KINDS.items()
    }


def split(text: str) -> tuple[frozenset[str], str]:
    """The kinds that a text says it is made of, and the rest of it."""
    head = _HEAD.match(text)
    if head is None:
        return frozenset(), text
    kinds = [_known().get(word.casefold()) for word in _BETWEEN.split(head["words"].strip())]
    if None in kinds:
        return frozenset(), text
    return frozenset(kind for kind in kinds if kind), text[head.end() :]


def joined(kinds: frozenset[str], rest: str, language: str) -> str:
    """The text with its kinds before it, in a language."""
    if not kinds:
        return rest
    comma, colon = _JOINT.get(language, _CHINESE)
    translate = translator(language)
    return comma.join(translate(word) for kind, word in KINDS.items() if kind in kinds) + colon + rest


def toggled(text: str, kind: str, language: str) -> str:
    """The text with one kind more, or one less."""
    kinds, rest = split(text)
    return joined(kinds ^ {kind}, rest, language)


def said(text: str) -> str:
    """What a text says besides its kinds."""
    return split(text)[1].strip()
