"""The twelve points of template 1: which words bring one to light, and how to ask for it (T76-T80)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from workbench.domain.interview import NoteKind
from workbench.messages import Message, trilingual


@dataclass(frozen=True)
class Known:
    """A point that everybody asks for: its names, what to ask, its kind of line, and words that tell it."""

    names: frozenset[str]
    question: Message
    kinds: frozenset[NoteKind] = frozenset()
    words: re.Pattern[str] = re.compile(r"(?!)")
    surely: bool = False
    """Whether the words tell it in any stage."""


def _known(
    names: str, question: Message, kinds: tuple[NoteKind, ...], words: str, *, surely: bool = False
) -> Known:
    found = frozenset(name.strip().casefold() for name in names.split(","))
    return Known(found, question, frozenset(kinds), re.compile(words, re.IGNORECASE), surely)


KNOWN: Final = (
    _known(
        "损失量化,損失量化,quantified loss",
        trilingual(
            en="What does it cost you: how many, how often, how much money?",
            zh_CN="具体损失有多少：多少单、多久一次、多少钱？",
            zh_TW="具體損失有多少：多少筆、多久一次、多少錢？",
        ),
        (NoteKind.NUMBER,),
        r"损失|損失|少赚|少賺|亏|虧|多花|浪费|浪費"
        r"|(?:延迟|延遲|流失|失败|失敗).{0,6}\d"
        r"|\d.{0,12}(?:延迟|延遲|流失|失败|失敗|投诉|客訴)"
        r"|\b(?:loss|lost|cost(?:s|ing)?|delayed|wasted?)\b",
    ),
    _known(
        "期望效果,expected effect,desired effect",
        trilingual(
            en="How would you notice that it is solved: which figure should be where?",
            zh_CN="解决之后您希望看到什么变化，哪个数字到多少？",
            zh_TW="解決之後您希望看到什麼變化，哪個數字到多少？",
        ),
        (),
        r"(?:希望|期望|最好|目标|目標|理想|要).{0,20}(?:\d|[二两兩三四五六七八九十]).{0,6}"
        r"(?:内|內|秒|分钟|分鐘|小时|小時|天|步|%|成)"
        r"|(?:缩短|縮短|降低?|提升|提高|减少|減少)(?:到|至)"
        r"|恢复正常|恢復正常|达到|達到"
        r"|\b(?:down to|back to normal|instead of|at most \d"
        r"|within (?:\d+|an?) (?:seconds?|minutes?|hours?))\b",
        surely=True,
    ),
    _known(
        "隐性需求,隱性需求,latent need,latent needs,implicit needs",
        trilingual(
            en="What is behind it: what would be better for you then?",
            zh_CN="这背后真正想解决的是什么？",
            zh_TW="這背後真正想解決的是什麼？",
        ),
        (NoteKind.LATENT,),
        r"其实是|其實是|真正(?:想|要|的)|实际(?:上|场景)|實際(?:上|場景)|背后|背後"
        r"|\b(?:really means?|actually wants?|behind it)\b",
    ),
    _known(
        "时间节点,時間節點,time point,time points,deadline",
        trilingual(
            en="By when must it be there, and what depends on that day?",
            zh_CN="最晚什么时候要好，那天之后会怎样？",
            zh_TW="最晚什麼時候要好，那天之後會怎樣？",
        ),
        (),
        r"(?:之?前|以内|以內|内|內)(?:要|上线|上線|完成|解决|解決|给|給)"
        r"|下个?(?:周|月|季)|下個?(?:週|月|季)|月底|年底|季度末|季末|截止|期限"
        r"|工作日|\b(?:deadline|by (?:next|the end|mon|tue|wed|thu|fri"
        r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
        r"|within (?:\w+ ){0,2}(?:days?|weeks?|months?))\b",
    ),
    _known(
        "影响范围,影響範圍,impact scope,scope of impact",
        trilingual(
            en="Who is affected, and who is not?",
            zh_CN="影响到哪些人、哪些部门，哪些没有受影响？",
            zh_TW="影響到哪些人、哪些部門，哪些沒有受影響？",
        ),
        (),
        r"影响|影響|波及|涉及|全公司|所有(?:人|部门|客户)|所有(?:人|部門|客戶)|哪些(?:人|部门)|(?:部门|部門|门店|門店|区域|區域|经销商|經銷商)"
        r"|\b(?:affects?|affected|impact(?:s|ed)?|everyone|all (?:users|teams|departments))\b",
    ),
    _known(
        "紧急度判断,緊急度判斷,urgency judgement,urgency",
        trilingual(
            en="How urgent is it compared with your other projects?",
            zh_CN="和手上其他事相比，它有多急？",
            zh_TW="和手上其他事相比，它有多急？",
        ),
        (),
        r"很急|紧急|緊急|着急|著急|不急|优先|優先|最重要|先做|尽快|盡快|马上要|馬上要|拖不"
        r"|\b(?:urgent|urgency|asap|priority|as soon as possible|can wait)\b",
    ),
    _known(
        "核心目标,核心目標,core goal",
        trilingual(
            en="Which goal of this year does it serve?",
            zh_CN="今年最重要的目标是什么，这件事服务于哪个？",
            zh_TW="今年最重要的目標是什麼，這件事服務於哪個？",
        ),
        (),
        r"目标|目標|指标|指標|KPI|OKR|今年要|明年要|战略|戰略|\b(?:goals?|targets?|objectives?|strategy)\b",
    ),
    _known(
        "问题场景,問題場景,problem scenario,scene",
        trilingual(
            en="When did it last happen, where, and what exactly did you see?",
            zh_CN="上一次是什么时候发生的，在哪一步，看到了什么？",
            zh_TW="上一次是什麼時候發生的，在哪一步，看到了什麼？",
        ),
        (NoteKind.PAIN, NoteKind.OBSTACLE),
        r"登不上|登不进|登不進|打不开|打不開|报错|報錯|失败|失敗|卡住|超时|超時|崩溃|當掉|手工|干等|乾等"
        r"|\b(?:fails?|failed|errors?|crash\w*|stuck|by hand|manually)\b",
    ),
    _known(
        "触发事件,觸發事件,trigger event,trigger",
        trilingual(
            en="What happened that made you bring it up now?",
            zh_CN="是什么事让您现在提出来的？",
            zh_TW="是什麼事讓您現在提出來的？",
        ),
        (),
        r"上线|上線|自从|自從|之后就|之後就|开始|開始|(?:上|这|這)(?:周|週|个?月|個?月)|年初|换成|換成|看别家|看別家"
        r"|\b(?:since|after the|went live|started|switched|launched?|looking at others)\b",
    ),
    _known(
        "服务标准,服務標準,service standard,service standards",
        trilingual(
            en="What do you expect of our service: how fast, through whom?",
            zh_CN="对我们的服务有什么标准：多快响应、找谁？",
            zh_TW="對我們的服務有什麼標準：多快回應、找誰？",
        ),
        (),
        r"响应|回應|回复|回覆|值班|客服|SLA|7\s?[x×*]\s?24|24\s?小时|24\s?小時|专人|專人"
        r"|\b(?:respon(?:se|d)|support|on call|hotline)\b",
    ),
    _known(
        "特殊需求,特殊需要,special needs,special need",
        trilingual(
            en="Is there anything special that we must respect: security, systems, people?",
            zh_CN="还有什么特别要注意的：安全、系统、人员？",
            zh_TW="還有什麼特別要注意的：安全、系統、人員？",
        ),
        (),
        r"特殊|特别要|特別要|例外|合规|合規|保密|内网|內網|本地部署|出境|GDPR"
        r"|\b(?:special|except(?:ion)?s?|complian\w+|on[- ]premises?)\b",
    ),
    _known(
        "客户业务阶段,客戶業務階段,业务阶段,business stage",
        trilingual(
            en="Where does your business stand: how many people, growing or saving?",
            zh_CN="现在业务到了哪个阶段，团队多大、还在扩吗？",
            zh_TW="現在業務到了哪個階段，團隊多大、還在擴嗎？",
        ),
        (),
        r"业务|業務|团队|團隊|扩张|擴張|增长|增長|成长|成長|规模|規模|合作.{0,4}年|\b(?:business|team|growing|grew|expand\w*|headcount)\b",
    ),
)
"""Most important first: what the call must not end without."""
