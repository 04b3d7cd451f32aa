"""The sentence with which one asks whether one has understood (templates.md 5.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from workbench.messages import Translate, trilingual
from workbench.rules.marks import read_mark

FRAME: Final = trilingual(
    en="You mean {points} — is that right?",
    zh_CN="您的意思是{points}，对吗？",
    zh_TW="您的意思是{points}，對嗎？",
)
"""What stands around the points."""
_AND: Final = {True: "，", False: "; "}
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_FILLER: Final = re.compile(
    r"^(?:(?:嗯+|呃+|啊|哦|那个|那個|就是说|就是說|就是|然后|然後|其实|其實|反正|怎么说呢|怎麼說呢)[，,、\s]*)+"
    r"|^(?:(?:um+|uh+|er+|well|so|like|you know|i mean|basically|actually)\b[,\s]*)+"
    r"|(?<=[，,])\s*(?:嗯+|呃+|那个|那個|you know|um+|uh+)[，,]",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"^(?:The|A|An|We|Our|It|Its|They|Their|This|That|These|Those|There|He|She|You|Your|When|If|Most|Every|In|At)\b"
)
"""Words that are small within a sentence; a name stays as it is."""
_END: Final = " \t\n。．.;；，,、!！"


def sentence(lines: Iterable[str], translate: Translate) -> str:
    """One sentence that keeps every point of some lines; empty if there is nothing to say.

    Marks and filler go; the client's words stay as they are otherwise. ``translate`` speaks the project's
    language.
    """
    points = list(dict.fromkeys(point for line in lines if (point := _point(line))))
    if not points:
        return ""
    return translate(FRAME.fill(points=_AND[bool(_HAN.search("".join(points)))].join(points)))


def _point(line: str) -> str:
    """What a line says, fit to stand within a sentence."""
    words = " ".join(read_mark(line)[1].split())
    bare = _FILLER.sub("", words).strip(_END) or words.strip(_END)
    return _OPENING.sub(lambda match: match[0].lower(), bare)
