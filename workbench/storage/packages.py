"""A project as one file to send: a zip of a manifest, the records, and a place for attachments."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from workbench.domain import Project, Record, kind_of
from workbench.domain.codec import from_json, to_json
from workbench.domain.record import new_id
from workbench.files import replacing
from workbench.messages import Message, Refusal, _
from workbench.storage.archive import MOST_DATA, Archive
from workbench.storage.identity import SCHEMA
from workbench.storage.references import Seen
from workbench.storage.store import SqliteStore
from workbench.workspace.family import mentioned, references_of

FORMAT = 1
"""The form of packages that this program writes; higher ones come from newer programs."""

_MANIFEST = "manifest.json"
_RECORDS = "records.json"
_DATE = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Package:
    """What a package holds: the project with its records, and the library records that it refers to."""

    project: Project
    records: tuple[Record, ...]
    """All records of the project, the project itself among them."""
    library: tuple[Record, ...]
    program: str = ""
    """The version of the program that wrote it."""


def write_package(store: SqliteStore, project: str, path: Path, program: str = "") -> None:
    """Write a project, given by id, into a package that appears whole or not at all. Raises Refusal.

    History and named versions stay behind: they may hold what was taken out before it is sent.
    """
    records = list(store.load(project).records)
    head = next((item for item in records if isinstance(item, Project)), None)
    if head is None:
        raise Refusal(_("“{file}” has no such project.").fill(file=store.path.name))
    items = [*records, *_referred(records, store.load(None).records)]
    data = _packed({"records": [_bare(item) for item in items]})
    if len(data) > MOST_DATA:
        text = _(
            "The project is too large for a package ({size} MB). Send a backup of the workspace instead."
        )
        raise Refusal(text.fill(size=len(data) >> 20))
    manifest = {
        "format": FORMAT,
        "schema": SCHEMA,
        "program": program,
        "project": {"id": head.id, "code": head.code, "title": head.title},
        "counts": dict(Counter(kind_of(type(item)) for item in items)),
        "members": {_RECORDS: sha256(data).hexdigest()},
    }
    with replacing(path) as draft, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ((_MANIFEST, _packed(manifest)), (_RECORDS, data), ("attachments/", b"")):
            archive.writestr(zipfile.ZipInfo(name, _DATE), content, zipfile.ZIP_DEFLATED)


def _referred(records: Sequence[Record], library: Sequence[Record]) -> list[Record]:
    """The library records that some records refer to, and those that these refer to."""
    known = {item.id: item for item in library}
    found: dict[str, Record] = {}
    todo = list(records)
    while todo:
        for _name, identity in mentioned(todo.pop()):
            if identity in known and identity not in found:
                found[identity] = known[identity]
                todo.append(known[identity])
    return list(found.values())


def _bare(item: Record) -> dict[str, Any]:
    data = to_json(item)
    del data["version"]
    return data


def _packed(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def read_package(path: Path, kinds: Mapping[str, type[Record]]) -> Package:
    """What a package holds. Raises Refusal for anything but a whole package of this program or an older."""
    with Archive(path) as archive:
        manifest = archive.json(_MANIFEST)
        _check_format(path, manifest)
        members = manifest.get("members")
        if not isinstance(members, dict) or _RECORDS not in members:
            raise broken(path, _("its manifest names no records"))
        archive.check_members(members, {_MANIFEST})
        data = archive.json(_RECORDS)
    items = _records(path, data, kinds)
    about = manifest.get("project")
    identity = about.get("id") if isinstance(about, dict) else None
    heads = [item for item in items if isinstance(item, Project)]
    if len(heads) != 1 or heads[0].id != identity:
        raise broken(path, _("it does not hold the one project that it names"))
    _check_records(path, items, heads[0])
    mine = tuple(item for item in items if item.project is not None)
    library = tuple(item for item in items if item.project is None)
    return Package(heads[0], mine, library, str(manifest.get("program", ""))[:80])


def _check_format(path: Path, manifest: Mapping[str, Any]) -> None:
    numbers = [manifest.get("format"), manifest.get("schema")]
    if not all(type(number) is int and number > 0 for number in numbers):
        raise broken(path, _("its manifest is not readable"))
    if manifest["format"] > FORMAT or manifest["schema"] > SCHEMA:
        text = _("“{file}” was made by a newer version of this program. Install that version to import it.")
        raise Refusal(text.fill(file=path.name))


def _records(path: Path, data: Mapping[str, Any], kinds: Mapping[str, type[Record]]) -> list[Record]:
    found = data.get("records")
    if not isinstance(found, list) or not all(isinstance(each, dict) and "id" in each for each in found):
        raise broken(path, _("its records are not readable"))
    try:
        return [replace(from_json(each, kinds), version=0) for each in found]
    except Refusal as refusal:
        raise broken(path, refusal.message) from None


def _check_records(path: Path, items: Sequence[Record], head: Project) -> None:
    """Refuse records of another project, ids used twice, and references to nothing within the package."""
    if any(item.project not in {None, head.id} for item in items):
        raise broken(path, _("it holds records of another project"))
    seen = Seen()
    for item in items:
        seen.add(item)
    for _item, severity, message in seen.findings():
        if severity == "damage":
            raise broken(path, message)


def broken(path: Path, why: Message) -> Refusal:
    """What to say of a package that cannot be used."""
    text = _("“{file}” cannot be imported: {why}. Ask for the package once more.")
    return Refusal(text.fill(file=path.name, why=why))


def copied(package: Package, code: str | None = None) -> Package:
    """The package as another project: new ids everywhere, references with them, and a ``code`` if given."""
    ids = {item.id: new_id() for item in package.records}
    records = tuple(_renamed(item, ids) for item in package.records)
    head = next(item for item in records if isinstance(item, Project))
    changed = replace(head, code=head.code if code is None else code)
    return replace(
        package, project=changed, records=tuple(changed if item is head else item for item in records)
    )


def _renamed(item: Record, ids: Mapping[str, str]) -> Record:
    values: dict[str, Any] = {"id": ids[item.id], "project": ids.get(item.project or "", item.project)}
    for name in references_of(type(item)):
        value = getattr(item, name)
        if isinstance(value, tuple):
            values[name] = tuple(ids.get(each, each) for each in value)
        else:
            values[name] = ids.get(value, value)
    return replace(item, **values)
