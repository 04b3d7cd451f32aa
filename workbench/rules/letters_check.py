"""The last look at a letter before it leaves: nothing in it may be ours alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from workbench.domain import (
    Account,
    Contact,
    ImpactEstimate,
    Interview,
    Note,
    Review,
    SourceDocument,
    SourceType,
)
from workbench.domain.text import one_line
from workbench.messages import Message, Refusal, _
from workbench.rules.letters import Call
from workbench.rules.letters_client import open_notes

SHORTEST: Final = 4
"""A shorter string is looked for as a whole line only: it would be found in half of all words."""
_SENTENCES: Final = re.compile(r"[\n。！？!?；;]+|(?<=[a-z])\.\s")
_LETTERS: Final = re.compile(r"[\W_]+")
_SHOWN: Final = 30


@dataclass(frozen=True)
class Secret:
    """Words that are for us alone, and where they are from."""

    text: str
    source: Message


def secrets(call: Call) -> list[Secret]:
    """Everything internal that a letter could give away; what the client's own open lines say is none."""
    known = "\n".join(
        squeezed(text) for note in open_notes(call) for text in (note.text, note.paraphrase, note.speaker)
    )
    found = {squeezed(secret.text): secret for secret in _all(call)}
    return [secret for key, secret in found.items() if key and key not in known]


def _all(call: Call) -> Iterator[Secret]:
    for source, texts in _sources(call):
        for text in texts:
            yield from (Secret(part.strip(), source) for part in _SENTENCES.split(text) if part.strip())


def _sources(call: Call) -> Iterator[tuple[Message, Iterable[str]]]:
    of = call.records
    yield _("private remarks"), [each.private_remarks for each in (call.interview, *of(Interview))]
    allowed = {note.id for note in open_notes(call)}
    ours = (note for note in of(Note) if note.real_need or note.id not in allowed)
    yield _("an internal note"), [text for note in ours for text in _internal(note, allowed)]
    rivals = (each for each in of(SourceDocument) if each.type is SourceType.COMPETITOR_NEWS)
    yield _("competitor news"), [text for each in rivals for text in (each.summary, each.reference)]
    people: Iterable[Any] = (*of(Account), *of(Contact))
    yield _("a remark about the client"), [each.remark for each in people]
    reviews = list(of(Review))
    yield _("an internal review"), [text for each in reviews for text in (each.went_well, each.to_change)]
    yield (
        _("an internal estimate"),
        [each.basis for each in of(ImpactEstimate) if each.visibility == "internal"],
    )


def _internal(note: Note, allowed: set[str]) -> list[str]:
    """The words of a line that the client is not to read; what the client said is not hidden from them."""
    unasked = note.id not in allowed and note.note_kind in {"latent", "obstacle"}
    return [note.real_need, *((note.text,) if unasked else ())]


def leaks(text: str, known: Iterable[Secret]) -> list[Secret]:
    """The internal strings that stand in a text, whatever their width, case, blanks and punctuation."""
    lines = [squeezed(line) for line in text.split("\n")]
    whole = "\n".join(lines)
    return [secret for secret in known if _stands(squeezed(secret.text), lines, whole)]


def _stands(secret: str, lines: list[str], whole: str) -> bool:
    if len(secret) < SHORTEST:
        return secret in lines
    return secret in whole


def checked(text: str, call: Call) -> str:
    """The text, if nothing in it is internal. Raises Refusal that names what is."""
    for secret in leaks(text, secrets(call)):
        shown = one_line(secret.text)
        shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
        raise Refusal(
            _("“{text}” is internal ({source}). Take it out of the letter before it leaves.").fill(
                text=shown, source=secret.source
            )
        )
    return text


def squeezed(text: str) -> str:
    """The letters and digits of a text alone, in one width and case."""
    return _LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())
