"""Whether words name a solution where a need is wanted (T17, T18)."""

from __future__ import annotations

import re
from typing import Final

from workbench.messages import trilingual

PROMPTS: Final = (
    trilingual(
        en="If you had it, what would be better?",
        zh_CN="如果有了，会好在哪里？",
        zh_TW="如果有了，會好在哪裡？",
    ),
    trilingual(
        en="When did you last miss it, and at which step?",
        zh_CN="上一次缺它是什么时候，卡在哪一步？",
        zh_TW="上一次缺它是什麼時候，卡在哪一步？",
    ),
    trilingual(
        en="What would you do if it could not be had?",
        zh_CN="如果做不到，您会怎么办？",
        zh_TW="如果做不到，您會怎麼辦？",
    ),
)
"""What to ask for the need behind the wish, privately."""
_MEANS: Final = re.compile(
    r"(?:增加|新增|添加|增設|增设|加上|加個|加个|加一[个個条條种種]|再加|開發|开发|上線一|上线一|引入|採購|采购|部署"
    r"|要一[个個套条條种種款]|要個|要个|做一?[个個套]|配一?[个個套名]|弄一?[个個套]|装一?[个個套]|換成|换成|改成|改用|升級到|升级到"
    r"|(?:希望|想要?|最好|需要|能不能|可不可以)(?:能)?有(?:一?[个個套条條种種款])?)(?P<what>[^，。；！？,.;!?\n]{1,40})"
    r"|\b(?:add|build|install|introduce|buy|create|implement|set up|switch to|migrate to|upgrade to)"
    r"(?:s|ing)?\s+(?P<en>[^,.;!?\n]{2,60})"
    r"|\b(?:we|i|they|you|client)?\s*(?:want|wants|need|needs|would like|['’]d like"
    r"|wish for|ask for|asks for)\s+"
    r"(?P<art>(?:an?|another|more|some|new)\s[^,.;!?\n]{2,60})",
    re.IGNORECASE,
)
_NEGATED: Final = re.compile(
    r"(?:不是要?|不要|不想|不用|不需要|没有|沒有|not |n't |never |without )\s*(?:\w+ )?\s*$", re.IGNORECASE
)
_REPORTED: Final = re.compile(
    r"^(?!.*(?:希望|想|要|最好|能不能|可不可以|建议|建議|改为|改為)).*(?:由|从|從)[^，。；！？,.;!?\n]{1,12}$"
)
"""What stands before a change that has happened: the contact is no longer Wang but Li."""
_NO_MEANS: Final = re.compile(
    r"^(?:了|的是|[我你他她它]|时间|時間|销售额|銷售額|收入|效率|客户数|成本|压力|壓力|负担|負擔)|^\s?(?:value|time|up\b)",
    re.IGNORECASE,
)


def named_solution(text: str) -> str:
    """The means that a text asks for, in its own words from the verb on; empty if it asks for none."""
    for match in _MEANS.finditer(text):
        what = next(each for each in match.groups() if each)
        before = text[: match.start()].rstrip()
        if not (_NO_MEANS.match(what) or _NEGATED.search(before + " ") or _REPORTED.match(before)):
            return match[0].strip()
    return ""


def is_solution(text: str) -> bool:
    """Whether a text that should say a need names a solution. A hint, never a reason to refuse."""
    return bool(named_solution(text))
