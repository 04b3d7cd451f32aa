"""The evidence chain on paper: as a picture of its own, and as the last figures of a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.charts import chain as charts
from workbench.charts.scene import Scene
from workbench.domain import Problem
from workbench.messages import _
from workbench.report import Block, Figure, Heading, PageBreak
from workbench.rules.chain import chain, claims
from workbench.spec.context import Context

__all__ = ["chain_figures", "chain_scene"]

WIDE: Final = 1011.0
"""A landscape page, in scene units."""
_HIGH: Final = 540.0
_MOST: Final = 6


def chain_scene(context: Context, problem: Problem | None = None) -> Scene | None:
    """The chain of a problem or of the project; None if there is nothing yet."""
    found = chain(context.records, problem.id if problem else "")
    if not found.nodes:
        return None
    most = _MOST if problem else charts.MOST
    return charts.layout(found, context.translate, charts.Room(WIDE, _HIGH, most=most))


def chain_figures(context: Context) -> Iterator[Block]:
    """The chain of the project and of each problem, each as a figure, on pages that lie on their side."""
    whole = chain_scene(context)
    if whole is None:
        return
    translate = context.translate
    yield PageBreak(landscape=True)
    yield Heading(translate(_("Evidence chain")))
    problems = claims(context.records)
    if len(problems) != 1:
        yield Figure(whole, translate(_("Evidence chain of the project")), whole.sentence)
    for number, problem in enumerate(problems):
        scene = chain_scene(context, problem)
        if scene is not None:
            if number or len(problems) > 1:
                yield PageBreak(landscape=True)
            text = " ".join(problem.phenomenon.split())
            caption = _("Evidence chain of {code}: {text}").fill(code=problem.code, text=text)
            yield Figure(scene, translate(caption), scene.sentence)
