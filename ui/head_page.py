"""The page of a parent record: all fields of its own form, or those of the head where it has none."""

from __future__ import annotations

from ui.edits import Edits
from ui.record_page import RecordPage
from ui.session import Session
from workbench.spec import Form


def head_page_for(form: Form, session: Session) -> RecordPage:
    """A page for the parent records of a form."""
    return RecordPage(Edits(_form_of(form, session), session), session)


def _form_of(form: Form, session: Session) -> Form:
    assert form.head is not None
    kind = form.head.record
    own = (each for each in session.forms if each.record is kind and not each.single)
    made = Form(
        key=f"{form.key}_head", title=form.title, record=kind, fields=form.head.fields, phase=form.phase
    )
    return next(own, made)
