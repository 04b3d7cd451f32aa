"""The pictures that a project can be asked for, each by the name it is exported under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.domain.text import one_line
from workbench.messages import Message, _
from workbench.rules.chain import chain, claims
from workbench.spec.context import Context
from workbench.spec.form import Drawing, Form

CHAIN = "chain"
"""The picture that belongs to no template."""


def pictures(forms: Iterable[Form], context: Context) -> Iterator[tuple[str, Message]]:
    """Every picture that has something to show, with its title: the templates' first, then the chains."""
    for form in forms:
        for drawing in form.drawings:
            yield from _of_form(form, drawing, context)
    yield from _chains(context)


def _of_form(form: Form, drawing: Drawing, context: Context) -> Iterator[tuple[str, Message]]:
    if form.head is None:
        if form.rows(context):
            yield drawing.key, drawing.caption
        return
    for head in sorted(context.records(form.head.record), key=lambda item: item.position):
        code = str(getattr(head, "code", ""))
        if code and form.rows(context, head):
            text = form.head.fields[0].text(head, context)
            yield f"{drawing.key}:{code}", _named(drawing.caption, code, text)


def _chains(context: Context) -> Iterator[tuple[str, Message]]:
    if not chain(context.records, "").nodes:
        return
    yield CHAIN, _("Evidence chain of the project")
    for problem in claims(context.records):
        if problem.code and chain(context.records, problem.id).nodes:
            title = _named(_("Evidence chain"), problem.code, problem.phenomenon)
            yield f"{CHAIN}:{problem.code}", title


def _named(caption: Message, code: str, text: str) -> Message:
    return Message("{caption} · {code} {text}").fill(caption=caption, code=code, text=one_line(text))
