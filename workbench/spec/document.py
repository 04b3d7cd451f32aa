"""The whole report: a title, then every form that has something to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.domain import Account
from workbench.messages import _
from workbench.report import Block, Heading, PageBreak, Paragraph, Report, Title
from workbench.rules.gaps import gaps
from workbench.spec.context import Context
from workbench.spec.evidence_chain import chain_figures
from workbench.spec.form import Form

TITLE = _("Business requirements analysis and customer problem diagnosis")


def report(
    forms: Iterable[Form], context: Context, language: str, made_on: str, *, with_gaps: bool = False
) -> Report:
    """The document of a project in one language; ``made_on`` is the day it is made, as text.

    ``with_gaps`` adds what is ours alone: the evidence chain and the open points.
    """
    project = context.project
    return Report(
        title=project.title or context.translate(TITLE),
        language=language,
        blocks=(_title(context, made_on), *_bodies(forms, context), *(_added(context) if with_gaps else ())),
        footer=project.title,
        marks=(("project", project.id), ("code", project.code), ("language", language), ("made_on", made_on)),
    )


def _bodies(forms: Iterable[Form], context: Context) -> Iterator[Block]:
    landscape = False
    for form in forms:
        if form.printed and (form.number is not None or form.rows(context)):
            if form.number is not None or form.landscape or landscape:
                landscape = form.landscape
                yield PageBreak(landscape)
            yield from form.blocks(context)
    if landscape:
        yield PageBreak()


def _added(context: Context) -> Iterator[Block]:
    figures = list(chain_figures(context))
    yield from figures
    if figures:
        yield PageBreak()
    yield from _gaps(context)


def _gaps(context: Context) -> Iterator[Block]:
    found = list(gaps(context.records))
    if found:
        yield Heading(context.translate(_("Open points")))
        yield from (Paragraph(context.translate(gap.message), "bullet") for gap in found)


def _title(context: Context, made_on: str) -> Title:
    project, translate = context.project, context.translate
    account = context.find(Account, project.account)
    facts = (
        (translate(_("Client")), account.name if account else ""),
        (translate(_("Project")), project.code),
        (translate(_("Goal")), project.goal),
        (translate(_("Date")), made_on),
    )
    return Title(project.title or translate(TITLE), tuple((name, text) for name, text in facts if text))
