"""What supports a record, as people read it: where it comes from, when, the words, how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING

from workbench.domain import InternalSession, Interview, Link, Note, Record, SourceDocument
from workbench.rules.evidence import supports
from workbench.spec import Context

if TYPE_CHECKING:
    from ui.session import Session

HOUR = 3600


@dataclass(frozen=True)
class Sentence:
    """One piece of evidence. ``id`` is the record it stands in, ``link`` what ties it."""

    id: str
    link: str
    icon: str
    source: str
    when: str
    text: str
    word: str = ""


def clock(milliseconds: int) -> str:
    """A call time: ``15:06``, ``1:02:03`` from an hour on."""
    seconds = milliseconds // 1000
    hours, rest = divmod(seconds, HOUR)
    minutes = f"{rest // 60:02d}:{rest % 60:02d}"
    return f"{hours}:{minutes}" if hours else minutes


def sentences(item: Record, session: Session) -> list[Sentence]:
    """Everything that supports a record, in the order in which it was linked."""
    context = session.context()
    found = []
    for link in supports(context.records(Link)).get(item.id, []):
        start = session.workspace.find(link.from_)
        if start is not None:
            found.append(told(start, link, session, context))
    return found


@singledispatch
def told(start: Record, link: Link, session: Session, context: Context) -> Sentence:
    """A record that supports another; by its code and its main text for kinds without words of their own."""
    form = next((each for each in session.forms if each.record is type(start)), None)
    text = form.fields[1].text(start, context) if form is not None and len(form.fields) > 1 else ""
    code = str(getattr(start, "code", ""))
    source = code or (context.translate(form.title) if form else "")
    return Sentence(start.id, link.id, form.icon if form else "link-2", source, "", text or link.note)


@told.register(Note)
def _note(start: Note, link: Link, session: Session, context: Context) -> Sentence:
    interview = session.workspace.find(start.interview)
    code = interview.code if isinstance(interview, Interview) else ""
    source = " · ".join(each for each in (code, start.speaker) if each)
    form = next((each for each in session.forms if each.record is Note), None)
    field = next((each for each in form.all_fields if each.name == "confirmation"), None) if form else None
    word = field.text(start, context) if field is not None else ""
    return Sentence(start.id, link.id, "quote", source, clock(start.at), start.text, word)


@told.register(SourceDocument)
def _document(start: SourceDocument, link: Link, _session: Session, _context: Context) -> Sentence:
    when = start.dated_on.isoformat() if start.dated_on else ""
    return Sentence(start.id, link.id, "file-text", start.reference, when, start.summary or link.note)


@told.register(InternalSession)
def _session(start: InternalSession, link: Link, _session: Session, _context: Context) -> Sentence:
    when = start.held_on.isoformat() if start.held_on else ""
    return Sentence(start.id, link.id, "users", start.title, when, start.summary or link.note)
