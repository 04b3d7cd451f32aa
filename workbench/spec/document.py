"""The whole report: a title, then every form that has something to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.domain import Account
from workbench.messages import _
from workbench.report import Block, Heading, PageBreak, Paragraph, Report, Title
from workbench.rules.gaps import gaps
from workbench.spec.context import Context
from workbench.spec.form import Form

TITLE = _("Business requirements analysis and customer problem diagnosis")


def report(
    forms: Iterable[Form], context: Context, language: str, made_on: str, added: Iterable[Block] = ()
) -> Report:
    """The document of a project in one language; ``made_on`` is the day it is made, as text.

    ``added`` is what stands behind the forms.
    """
    project = context.project
    return Report(
        title=project.title or context.translate(TITLE),
        language=language,
        blocks=(_title(context, made_on), *_bodies(forms, context), *added),
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


def gap_blocks(context: Context) -> Iterator[Block]:
    """What the method asks for and is not there yet; for us alone."""
    found = list(gaps(context.records))
    if found:
        yield PageBreak()
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
