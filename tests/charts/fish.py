"""Causes to draw, for the tests of the fishbone."""

from __future__ import annotations

from workbench.charts.fishbone import Texts
from workbench.charts.scene import Label
from workbench.domain.problem import Cause, CauseState

HYPOTHESIS, VERIFYING, VERIFIED, REFUTED, INCONCLUSIVE = CauseState
TEXTS = Texts(
    dict(zip(CauseState, ("待验证", "验证中", "已证实", "已排除", "无定论"), strict=True)),
    "根因",
    "根因?",
    "其他",
    "尚无根因",
    "{phenomenon}:{total} 个原因({counts})。根因:{roots}",
)
FOUR = [
    ("people", "人员因素"),
    ("process", "流程因素"),
    ("technology", "技术因素"),
    ("environment", "环境因素"),
]
PHENOMENON = "客户反馈系统登录频繁失败"
TWENTY = "服务器并发连接数不足导致登录请求排队超时"


def cause(name, dimension, state=HYPOTHESIS, parent=None, **fields):
    fields.setdefault("text", name)
    return Cause(id=name, dimension=dimension, state=state, parent=parent, **fields)


def full():
    """4 bones with 10 causes each, each with a chain down to level 3: 120 boxes of 20 characters."""
    found = []
    for key, _name in FOUR:
        for number in range(10):
            names = [f"{key}{number}{level}" for level in range(3)]
            found += [
                cause(name, key, [*CauseState][(number + level) % 5], above, text=TWENTY)
                for level, (name, above) in enumerate(zip(names, [None, *names], strict=False))
            ]
    return found


def labels(scene):
    return [shape for shape in scene.shapes if isinstance(shape, Label)]
