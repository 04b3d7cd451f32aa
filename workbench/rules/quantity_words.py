"""The grammar of amounts as people say them: numbers, scales, periods and units, Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class Period(StrEnum):
    """How often an amount comes."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    TIME = "time"


_ASCII: Final = "".join(map(chr, range(0x21, 0x7F)))
_WIDE: Final = "".join(map(chr, range(0xFF01, 0xFF5F)))
_TRADITIONAL: Final = "萬億兩幾點餘個單過約週禮時於達鐘訂帳號戶條臺張頁項層級種類場筆驟"
_SIMPLIFIED: Final = "万亿两几点余个单过约周礼时于达钟订账号户条台张页项层级种类场笔骤"
FOLD: Final = str.maketrans(f"{_WIDE}　{_TRADITIONAL}", f"{_ASCII} {_SIMPLIFIED}")
"""Full-width and Traditional as half-width and Simplified, one character for one."""

SCALES: Final = {
    "十": 10.0,
    "百": 100.0,
    "千": 1e3,
    "万": 1e4,
    "亿": 1e8,
    "k": 1e3,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "bn": 1e9,
}
DIGITS: Final = {**{sign: value for value, sign in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
PERIODS: Final = {
    **dict.fromkeys(("小时", "钟头", "hour", "hourly"), Period.HOUR),
    **dict.fromkeys(("天", "日", "day", "daily"), Period.DAY),
    **dict.fromkeys(("周", "星期", "礼拜", "week", "weekly"), Period.WEEK),
    **dict.fromkeys(("个月", "月", "month", "monthly"), Period.MONTH),
    **dict.fromkeys(("季度", "季", "quarter", "quarterly"), Period.QUARTER),
    **dict.fromkeys(("年", "year", "yearly", "annually"), Period.YEAR),
    **dict.fromkeys(("次", "time"), Period.TIME),
}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_FIGURE: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_HAN: Final = r"[零〇一二两三四五六七八九十百千万亿几]+(?:点[零〇一二三四五六七八九]+)?"
ENGLISH: Final = {
    **{
        word: float(value)
        for value, word in enumerate(
            ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2
        )
    },
    **{word: float(value) for value, word in enumerate(["twelve", "thirteen", "fourteen", "fifteen"], 12)},
    **{word: float(value) for value, word in enumerate(["seven", "eight", "nine", "ten", "eleven"], 7)},
    **{word: value * 10.0 for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty"], 2)},
    "seventy": 70.0,
    "eighty": 80.0,
    "ninety": 90.0,
    "a dozen": 12.0,
    "a hundred": 100.0,
}
_SPELLED: Final = rf"\b(?:{_any(ENGLISH)})(?:\ hundred)?\b"
_SCALE: Final = r"[百千]?[万亿]|[百千]|(?:thousand|million|billion|bn|k)\b"
_MEASURES: Final = (
    *("个工作日", "工作日", "小时", "分钟", "个月", "钟头", "星期", "礼拜", "季度", "订单", "工单", "账号"),
    *("用户", "客户", "步骤", "人次", "万元", "美元", "人天", "人月", "公里", "个人", "家店", "门店"),
    *"个人单笔次件条台家位名元块张份页步天日周年倍成秒分户套款项层级种类批场套班岗盒箱吨斤度通起头",
)
_NOT_UNITS: Final = _any(
    ("a", "an", "per", "and", "or", "of", "to", "in", "the", "at", "on", "by", "is", "are", "was", "out",
     "for", "from", "more", "with", "every", "each", "daily", "weekly", "monthly", "yearly", "left", "we")
)  # fmt: skip
_MOST: Final = (
    r"不到|少于|不足|不超过|最多|至多|低于|(?:less|fewer)\ than\ |under\ |at\ most\ |up\ to\ |below\ "
)
_LEAST: Final = r"至少|超过|不少于|高于|(?:more|greater)\ than\ |over\ |at\ least\ |above\ "
_ABOUT: Final = (
    r"大约|约|差不多|大概|将近|近|(?:about|around|roughly|approximately|approx\.?|nearly|almost)\ |~\s?"
)
_LATIN_PERIOD: Final = r"hour|day|week|month|quarter|year|time"

AMOUNT: Final = re.compile(
    rf"""(?<![A-Za-z\d.第_])
    (?P<most>{_MOST})?(?P<least>{_LEAST})?(?P<about>{_ABOUT})?\s?(?P<money>[¥$€£]|usd\s?|rmb\s?|ntd?\$?\s?)?
    (?:(?P<half>一半|half(?!\ (?:an?|past|the|hour|day)\b|-|[a-z]))
     |百分之(?P<percent>{_FIGURE}|{_HAN})
     |(?P<low>{_FIGURE}|{_HAN}|{_SPELLED})(?P<more1>[多余几+])?
      (?:\s?(?P<scale1>{_SCALE}))?(?P<more2>[多余几+]|来(?=个|[人次]))?
      (?:(?:\s?[-–—~～到至]\s?|\s?\bto\ )(?P<high>{_FIGURE}|{_HAN}|{_SPELLED})
       (?P<scale2>{_SCALE})?(?P<more3>[多余+])?)?)
    \s?(?P<unit>%|{_any(_MEASURES)}|(?!(?:{_NOT_UNITS})\b)[a-z]+(?:-[a-z]+)*)?
    (?P<over>以上|\s?or\ more\b|\s?plus\b)?(?P<below>以下|以内)?(?P<around>左右|上下)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""One amount: bounds, number, range, scale, unit."""
BEFORE: Final = re.compile(
    rf"(?:(?:每|一)个?(?P<every>小时|钟头|天|日|周|星期|礼拜|月|季度|年|次)|(?P<mean>[日周月年])均"
    rf"|\b(?:every|each|per)\ (?P<latin>{_LATIN_PERIOD})|\b(?P<adverb>hourly|daily|weekly|monthly|yearly))"
    r"[^\d,，。;；、!?！？\n]{0,8}$",
    re.VERBOSE | re.IGNORECASE,
)
"""A period that is said right before an amount."""
AFTER: Final = re.compile(
    rf"\s*(?:/|每|一)\s?(?P<every>小时|小時|天|日|周|週|个月|個月|月|季度|季|年|次)"
    rf"|\s?(?:/|\b(?:a|an|per|every|each)\ )(?P<latin>{_LATIN_PERIOD})"
    r"|\s(?P<adverb>hourly|daily|weekly|monthly|yearly|annually)\b",
    re.VERBOSE | re.IGNORECASE,
)
"""A period that is said right after an amount."""
NO_AMOUNT: Final = re.compile(
    r"(?:\d{4}|[零〇一二三四五六七八九]{4})年|\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?"
    r"|[十一二三四五六七八九]{1,3}月(?!份?内)[十一二三四五六七八九]{0,3}[日号]?"
    r"|\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}:\d{2}|\d{1,2}\s?[日号](?![前内])"
    r"|(?<![\d.])(?:\d{1,2}|[一二两三四五六七八九十]{1,3})点(?:\d{1,2}分?|半|[一二三四五六七八九十]{1,3}分?)?(?!\d)"
    r"|(?:周|星期|礼拜)[一二三四五六日]|\d+(?:st|nd|rd|th)\b|第[\d一二三四五六七八九十百]+|万一|千万别|百分百|十分(?!钟)"
    r"|一[下直起定些样般点边面会共致旦种]"
    r"|\b(?:19|20)\d{2}\b(?!\s?[a-z%个元人单])|统一|唯一|一一",
    re.IGNORECASE,
)
"""Figures that are dates, times, places in a row, or parts of other words."""
