"""The disk: an edit until it is durable, and opening a project."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from benchmarks.measuring import Benchmark, Row, middles, timed
from benchmarks.records import PROJECT, mixture, requirements, stored
from forms import ALL_KINDS, FORMS
from workbench.commands.editing import Editor
from workbench.commands.tools import Tools, open_scope
from workbench.domain.codec import plain
from workbench.domain.record import new_id
from workbench.rules.choices import seeds
from workbench.storage.engine import open_file
from workbench.storage.rows import columns_of, select_of
from workbench.storage.tables import ENTRY, TABLES

EDITS = 10
"""How many edits for each round."""
_HISTORY = "INSERT INTO history (step, scope, act, state, label, reason, who, changes, at, hash)"


def durable(size: int, rounds: int) -> Iterator[Row]:
    """The ``edit`` command against the same rows by sqlite3 alone, on files of the same content."""
    with tempfile.TemporaryDirectory() as name:
        records = [PROJECT, *seeds(PROJECT.id), *requirements(size)]
        store = stored(Path(name) / "ours.workbench", records)
        stored(Path(name) / "raw.workbench", records).close()
        tools = Tools(FORMS, ALL_KINDS, {}, {}, {})
        editor = Editor(tools, open_scope(store, PROJECT.id, "Lin"), PROJECT.id, "zh_CN")
        numbers = iter(range(1_000_000))

        def ours() -> None:
            for number in (next(numbers) for _time in range(EDITS)):
                text = json.dumps({"put": {"id": f"r{number % size + 1}", "remark": f"备注 {number}"}})
                editor.take(text)

        with closing(open_file(Path(name) / "raw.workbench", "rw")) as connection:
            found = middles([timed(ours), timed(_raw(connection, size))], rounds)
        store.close()
        yield Row("edit → durable", size, found[0] / EDITS, found[1] / EDITS, 2, grows=False)


def _raw(connection: sqlite3.Connection, size: int) -> Callable[[], None]:
    """Edits written by hand: the record with its hash, and a line of history with its own."""
    names = (*columns_of("requirement"), "hash", "updated_at", "updated_by")
    pairs = ", ".join(f'"{name}" = ?' for name in names)
    update = f"UPDATE requirement SET {pairs} WHERE id = ? AND version = ?"
    items = requirements(size)
    versions = [1] * size
    numbers = iter(range(1_000_000))
    remark, version = names.index("remark"), names.index("version")

    def one(number: int) -> None:
        place = number % size
        values = [plain(getattr(items[place], name)) for name in names[:-3]]
        before = dict(zip(names, values, strict=False))
        values[remark], values[version] = f"备注 {number}", versions[place] + 1
        after = dict(zip(names, values, strict=False))
        at = datetime.now(UTC).isoformat()
        changes = json.dumps([[before, after]], ensure_ascii=False)
        own = sha256(json.dumps(after, ensure_ascii=False).encode()).hexdigest()
        line = (new_id(), PROJECT.id, "do", "done", '"Change"', "", "Lin", changes, at)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(update, (*values, own, at, "Lin", items[place].id, versions[place]))
        connection.execute(
            f"{_HISTORY} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*line, sha256(changes.encode()).hexdigest()),
        )
        connection.execute("COMMIT")
        versions[place] += 1

    def run() -> None:
        for number in (next(numbers) for _time in range(EDITS)):
            one(number)

    return run


def opening(size: int, rounds: int) -> Iterator[Row]:
    """A project into records, against its rows as sqlite3 gives them."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "bench.workbench"
        store = stored(path, mixture(size))
        with closing(open_file(path, "ro")) as connection:

            def raw() -> None:
                for kind in (*TABLES, ENTRY.name):
                    connection.execute(f"{select_of(kind)} WHERE project IS ?", (PROJECT.id,)).fetchall()

            ours, limit = middles([timed(lambda: store.load(PROJECT.id)), timed(raw)], rounds)
        store.close()
        yield Row("open a project", size, ours, limit, 2, grows=True)


BENCHMARKS = (
    Benchmark("durable", durable, (100, 2000)),
    Benchmark("opening", opening, (1000, 10_000)),
)
