"""Words in a line that deserve a second look: what others must answer, and what we promise (T99)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Watch(StrEnum):
    """Why a word is marked."""

    ESCALATE = "escalate"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Spot:
    """A word in a text, from ``start`` to ``end``."""

    start: int
    end: int
    watch: Watch
    words: str


_ESCALATE: Final = (
    *("合同", "合约", "违约", "合规", "赔偿", "赔付", "索赔"),
    *("法务", "律师", "法律", "诉讼", "起诉", "仲裁", "监管"),
    *("数据出境", "数据存储", "数据泄露", "隐私", "个人信息", "个资", "保密"),
    *("泄密", "等保", "审计", "发票", "退款"),
    *("合約", "違約", "合規", "賠償", "賠付", "索賠", "法務"),
    *("律師", "訴訟", "起訴", "監管", "資料出境", "資料外洩"),
    *("資料儲存", "隱私", "個人資料", "個資", "保密", "洩密", "稽核"),
    *("發票", "退費"),
)  # fmt: skip
_ESCALATE_LATIN: Final = (
    r"gdpr|ccpa|hipaa|pci[- ]dss|nda|dpa|sla|contracts?|contractual|liabilit(?:y|ies)|liable|complian(?:ce|t)"
    r"|damages|compensat(?:e|ion)|indemni(?:ty|fy)|lawyers?|lawsuits?|sue[sd]?|litigation|legal|regulators?"
    r"|privacy|confidential(?:ity)?|data breach|personal data|data transfers?|penalt(?:y|ies)|refunds?"
    r"|audit(?:s|ed)?"
)
_PROMISE_WORDS: Final = (
    *("没问题", "沒問題", "保证", "保證", "包在我", "肯定能", "肯定可以"),
    *("一定会", "一定會", "一定能", "一定给", "一定給"),
    *("绝对", "絕對", "承诺", "承諾", "马上就", "馬上就", "立刻就"),
    *("免费给", "免費給", "答应", "答應", "放心"),
    *("我们可以", "我們可以", "可以的", "可以做", "可以给", "可以給", "当然可以"),
    *("當然可以", "我们会", "我們會"),
)  # fmt: skip
_PROMISE: Final = r"^(?:可以|一定)(?=[，。！,.!\s]|$)"
_PROMISE_LATIN: Final = (
    r"we will|we'll|i will|i'll|we guarantee|guaranteed?|no problem|we promise|i promise|promised?|we commit"
    r"|definitely|for sure|free of charge|we can do that|absolutely"
)
_WATCHED: Final = re.compile(
    rf"(?P<escalate>{'|'.join(sorted(set(_ESCALATE), key=len, reverse=True))}|\b(?:{_ESCALATE_LATIN})\b)"
    rf"|(?P<promise>{'|'.join(sorted(set(_PROMISE_WORDS), key=len, reverse=True))}|{_PROMISE}"
    rf"|(?<![\w'])(?:{_PROMISE_LATIN})\b)",
    re.IGNORECASE,
)


def spots(text: str, *, ours: bool = True) -> list[Spot]:
    """The words to mark, in order; a promise only where the line is ``ours`` to make."""
    found = [
        Spot(match.start(), match.end(), Watch(match.lastgroup or ""), text[slice(*match.span())])
        for match in _WATCHED.finditer(text.replace("’", "'"))
    ]
    return [spot for spot in found if ours or spot.watch is Watch.ESCALATE]
