"""The practice call as it is spoken, in three languages, with what a good pair of ears would take down."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from workbench.domain import NoteKind

_FILE: Final = Path(__file__).parent / "script.json"


@dataclass(frozen=True)
class Wanted:
    """What is to be caught of a sentence: one of ``words`` catches it, one of ``numbers`` its figure.

    ``kinds`` are all that fit, ``point`` is its place among the points of the built-in outline, ``marks`` are
    ``escalation`` and ``promise``.
    """

    kinds: tuple[NoteKind, ...]
    point: int | None
    words: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Utterance:
    """One sentence: the second at which it is said, by whom, and what is to be caught of it."""

    at: float
    who: str
    text: str
    wanted: Wanted | None = None
    ours: bool = False


@dataclass(frozen=True)
class Script:
    """A whole call in one language."""

    title: str
    client: str
    people: tuple[str, ...]
    seconds: float
    utterances: tuple[Utterance, ...]


def script(language: str) -> Script:
    """The practice call in one of the languages."""
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    people = {key: names[language] for key, names in data["people"].items()}
    return Script(
        data["title"][language],
        data["client"][language],
        tuple(people.values()),
        data["seconds"],
        tuple(_utterance(item, people, language) for item in data["utterances"]),
    )


def _utterance(item: Mapping[str, Any], people: Mapping[str, str], language: str) -> Utterance:
    wanted = None
    if "kinds" in item:
        wanted = Wanted(
            tuple(NoteKind(kind) for kind in item["kinds"]),
            item.get("point"),
            tuple(item["words"][language]),
            tuple(item.get("numbers", {}).get(language, ())),
            tuple(item.get("marks", ())),
        )
    return Utterance(item["at"], people[item["who"]], item["text"][language], wanted, item["who"] == "us")
