"""``export``: reports, workbooks, pictures, data and packages, by the file's suffix."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench import files
from workbench.charts.scene import Scene
from workbench.commands.listing import dumped
from workbench.commands.tools import Job, Options, Tools, context_of, find_project, open_scope, opened
from workbench.domain import Problem, Record, Requirement
from workbench.messages import Refusal, _
from workbench.report import UNBRANDED, Block, Brand, Report, branded
from workbench.spec import Context, Form, report
from workbench.spec.document import gap_blocks
from workbench.spec.evidence_chain import chain_figures, chain_scene
from workbench.spec.pictures import CHAIN
from workbench.spec.quotations import quotation_blocks
from workbench.storage import SqliteStore, packages

PARTS: Mapping[str, tuple[int, ...]] = {
    "report": (),
    "interviews": (2,),
    "requirements": (3,),
    "diagnosis": (4,),
    "plan": (5, 6),
}
"""The parts of a document, and the phases each is made of; none means all."""
CHAPTERS: Mapping[int, str] = {
    1: "preparation",
    2: "interviews",
    3: "requirements",
    4: "diagnosis",
    5: "plan",
    6: "follow_up",
}
"""What a report may leave out, by phase; besides these there are ``chain``, ``gaps``, ``quotations``, and
``names``, the names of those who are quoted."""

CLIENT, INTERNAL = "client", "internal"


@dataclass(frozen=True)
class Order:
    """What is to be written: a scope's ``part`` in one ``edition`` and language, without what is left out."""

    scope: str | None
    language: str
    part: str = ""
    edition: str = INTERNAL
    brand: Brand = UNBRANDED
    left_out: frozenset[str] = frozenset()


def export(tools: Tools, options: Options) -> int:
    """Write one file. Raises Refusal, leaving an older file of that name as it was."""
    arguments = options.arguments
    with opened(tools, arguments.file, read_only=True) as store:
        scope = find_project(store, arguments.project)
        own = context_of(open_scope(store, scope, options.who), scope, options.language).project.language
        order = Order(scope, arguments.language or own, arguments.part or "", arguments.edition)
        for _done in job(tools, store, order, arguments.out):
            pass
    return 0


def job(tools: Tools, store: SqliteStore, order: Order, out: Path) -> Job:
    """Write a file in steps that tell how far it is; closing it cancels. The suffix says what."""
    makers: Mapping[str, Callable[[], Job]] = {
        **{suffix: lambda: _document(tools, store, order, out) for suffix in tools.writers},
        **{suffix: lambda: _picture(tools, store, order, out) for suffix in tools.painters},
        ".pdf": lambda: (_picture if _is_drawing(tools, order.part) else _pdf)(tools, store, order, out),
        ".json": lambda: _data(store, order, out),
        ".wbproj": lambda: _package(store, order, out),
    }
    if out.suffix.lower() not in makers:
        known = " ".join(makers)
        raise Refusal(
            _("“{file}” does not say what to write. Let its name end with one of: {known}").fill(
                file=out.name, known=known
            )
        )
    return makers[out.suffix.lower()]()


def snapshot(tools: Tools, store: SqliteStore, order: Order) -> Context:
    """The records of a scope as one short read saw them, for a job in another thread."""
    del tools
    return context_of(open_scope(store, order.scope, ""), order.scope, order.language)


def composed(tools: Tools, context: Context, order: Order) -> Report:
    """The report of a scope, or the part of it that was asked for. Raises Refusal for an unknown part."""
    part = order.part or "report"
    if part not in PARTS:
        raise _no_part(part, PARTS)
    phases = PARTS[part]
    forms = [form for form in tools.forms if not phases or form.phase in phases]
    if part == "report":
        forms = [form for form in forms if CHAPTERS.get(form.phase or 0) not in order.left_out]
    if order.edition == CLIENT:
        forms = [form.for_clients() for form in forms]
    added = _added(context, order) if part == "report" else ()
    today = date.today().isoformat()  # noqa: DTZ011 - the day of the person who exports
    return branded(report(forms, context, order.language, today, added), order.brand)


def _added(context: Context, order: Order) -> Iterator[Block]:
    """What a whole report holds besides the templates."""
    ours, out = order.edition == INTERNAL, order.left_out
    if ours and "chain" not in out:
        yield from chain_figures(context)
    if ours and "gaps" not in out:
        yield from gap_blocks(context)
    if "quotations" not in out:
        yield from quotation_blocks(context, named="names" not in out, discreet=not ours)


def _document(tools: Tools, store: SqliteStore, order: Order, out: Path) -> Job:
    made = composed(tools, snapshot(tools, store, order), order)
    yield from tools.writers[out.suffix.lower()](made, out)


def _picture(tools: Tools, store: SqliteStore, order: Order, out: Path) -> Job:
    scene = drawn(tools, snapshot(tools, store, order), order.part)
    yield 0
    paint = tools.painters.get(out.suffix.lower()) or next(iter(tools.painters.values()))
    paint(scene, out, order.language)
    yield 1


def _is_drawing(tools: Tools, part: str) -> bool:
    names = {drawing.key for form in tools.forms for drawing in form.drawings} | {CHAIN}
    return part.partition(":")[0] in names


def drawn(tools: Tools, context: Context, part: str) -> Scene:
    """A drawing of a scope by its name, such as ``quadrant``. Raises Refusal, listing what there is."""
    found = {drawing.key: (form, drawing) for form in tools.forms for drawing in form.drawings}
    name, _colon, code = (part or _first_drawing(context)).partition(":")
    if name == CHAIN:
        return _chain(context, code)
    if name not in found:
        raise _no_part(name, [*found, CHAIN])
    form, drawing = found[name]
    items = form.rows(context, _head(form, context, code))
    if not items:
        raise Refusal(_("There is nothing to draw yet: {title}").fill(title=form.title))
    return drawing.build(items, context, *drawing.size)


def _chain(context: Context, code: str) -> Scene:
    codes = {item.code: item for item in context.records(Problem)}
    if code and code not in codes:
        raise _no_part(code, codes)
    scene = chain_scene(context, codes[code] if code else None)
    if scene is None:
        raise Refusal(_("There is nothing to draw yet: {title}").fill(title=_("Evidence chain")))
    return scene


def _first_drawing(context: Context) -> str:
    scored = any(item.value and item.urgency for item in context.records(Requirement))
    return "quadrant" if scored or not context.records(Problem) else "fishbone"


def _head(form: Form, context: Context, code: str) -> Record | None:
    if form.head is None:
        return None
    heads: list[Record] = sorted(context.records(form.head.record), key=lambda item: item.position)
    codes = {str(getattr(item, "code", item.id)): item for item in reversed(heads)}
    if code and code not in codes:
        raise _no_part(code, codes)
    return codes[code] if code else next(iter(heads), None)


def _no_part(part: str, known: Iterable[str]) -> Refusal:
    return Refusal(
        _("There is no part {part}. There are: {known}").fill(part=part[:80], known=", ".join(known))
    )


def _data(store: SqliteStore, order: Order, out: Path) -> Job:
    records: list[Record] = list(store.load(order.scope).records)
    yield 0
    with files.replacing(out) as draft:
        draft.write_text(dumped(records) + "\n", encoding="utf-8")
    yield 1


def _package(store: SqliteStore, order: Order, out: Path) -> Job:
    if order.scope is None:
        raise Refusal(_("The library travels with its projects: export a project to a package"))
    yield 0
    packages.write_package(store, order.scope, out)
    yield 1


def _pdf(tools: Tools, store: SqliteStore, order: Order, out: Path) -> Job:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise Refusal(
            _("A PDF needs LibreOffice, which is not here. Install it, or export to Word (.docx) instead.")
        )
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "report.docx"
        yield from tools.writers[".docx"](composed(tools, snapshot(tools, store, order), order), document)
        yield from _converted(office, document, out)


def _converted(office: str, document: Path, out: Path) -> Generator[int, None, None]:
    profile = (document.parent / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    with subprocess.Popen(
        [*command, "--outdir", str(document.parent), str(document)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(document.parent)},
    ) as process:
        process.wait(timeout=180)
    made = document.with_suffix(".pdf")
    if not made.exists():
        raise Refusal(_("LibreOffice could not make a PDF. Export to Word (.docx) and print from there."))
    yield 0
    with files.replacing(out) as draft:
        shutil.copyfile(made, draft)
    yield 1
