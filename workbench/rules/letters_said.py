"""What a line says once it has been paraphrased: the sentence without the question around it."""

from __future__ import annotations

import re
from typing import Final

from workbench.domain import Note
from workbench.domain.text import one_line
from workbench.messages import Translate, _

_ASKED: Final = re.compile(
    r"""^(?:[您你]的意思就?是(?:[说說](?![「“"]))?|[您你]是(?:说|說)|so\s+what\s+you\s+mean\s+is|(?:so\s+)?you\s+mean|so|
        if\s+i\s+understand\s+you\s+correctly,?)[\s，,：:]*
        (?P<said>.+?)
        [\s，,；;—–-]*(?:[对對]吗?|[对對]嗎|是[吗嗎]|[对對][吗嗎]|是[这這][样樣][吗嗎]|
        is\s+that\s+(?:right|correct)|am\s+i\s+right|right|correct)\s*[?？]\s*(?P<rest>.*)$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_CORRECTION: Final = re.compile(
    r"^(?:客户更正|客戶更正|您更正|client['’]s\s+correction)\s*[：:]\s*", re.IGNORECASE
)
_ENDS: Final = "。．.!！"
_PAIRS: Final = ("「」", "“”", '""')


def statement(paraphrase: str) -> tuple[str, str]:
    """What a paraphrase says without its question, and the client's correction behind it, if there is one."""
    text = one_line(paraphrase)
    match = _ASKED.match(text)
    if match is None:
        return text, ""
    said = _whole(match["said"].strip())
    return said[:1].upper() + said[1:], _CORRECTION.sub("", match["rest"])


def _whole(words: str) -> str:
    """Words without the quotation marks around all of them; those around a part stay."""
    for opening, closing in _PAIRS:
        inner = words[1:-1]
        if words[:1] == opening and words[-1:] == closing and not {opening, closing} & set(inner):
            return inner.strip()
    return words


def said(note: Note, translate: Translate) -> str:
    """The sentence of a line: as it was paraphrased, or else as it was typed."""
    sentence, correction = statement(note.paraphrase)
    if not sentence:
        return one_line(note.text)
    sentence = sentence.rstrip(_ENDS)
    if not correction:
        return sentence
    return translate(
        _("{sentence} (corrected by you: {correction})").fill(
            sentence=sentence, correction=correction.rstrip(_ENDS)
        )
    )
