"""The rows of a call as they are shown: lines, and where a stage begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.domain import Note, NoteKind, Record
from workbench.rules.clock import stamp
from workbench.rules.needs import is_solution
from workbench.rules.watchwords import Spot, spots

ROW = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class StageRow:
    """Where a stage begins, or the consent, which comes first."""

    text: str
    at: int
    consent: bool = False


@dataclass(frozen=True)
class LineRow:
    """One line, with what became of it."""

    note: Note
    codes: tuple[str, ...] = ()
    speaker: str = ""
    """Said where it is another than in the line before."""
    hint: bool = False
    """A need that names a solution."""
    watched: tuple[Spot, ...] = field(default=())

    @property
    def solved(self) -> bool:
        """Whether the need behind the solution is known."""
        return bool(self.note.real_need.strip())


Row = StageRow | LineRow
WISHES = frozenset({NoteKind.NEED, NoteKind.NONE, NoteKind.LATENT})


def line_row(note: Note, made: Sequence[Record], before: Note | None) -> LineRow:
    """A line as it is shown after another."""
    speaker = note.speaker if before is None or before.speaker != note.speaker else ""
    hint = not note.quiet and (bool(note.real_need) or (note.note_kind in WISHES and asks_means(note.text)))
    watched = () if note.quiet else _watched(note.text)
    return LineRow(note, tuple(getattr(item, "code", "") for item in made), speaker, hint, watched)


@lru_cache(maxsize=4096)
def asks_means(text: str) -> bool:
    """Whether a text names a solution."""
    return is_solution(text)


@lru_cache(maxsize=4096)
def _watched(text: str) -> tuple[Spot, ...]:
    return tuple(spots(text))


class RowsModel(QAbstractListModel):
    """The rows; what is the same stays, so that only what changed is laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> bool:
        """Show other rows: replaces the part that differs; False if nothing does."""
        old = self.rows
        if old == rows:
            return False
        start, most = 0, min(len(old), len(rows))
        while start < most and old[start] == rows[start]:
            start += 1
        end = 0
        while end < most - start and old[-1 - end] == rows[-1 - end]:
            end += 1
        gone, new = len(old) - end - start, rows[start : len(rows) - end]
        changed = min(gone, len(new))
        self.rows[start : start + changed] = new[:changed]
        if changed:
            self.dataChanged.emit(self.index(start), self.index(start + changed - 1))
        if gone > changed:
            self.beginRemoveRows(QModelIndex(), start + changed, start + gone - 1)
            del self.rows[start + changed : start + gone]
            self.endRemoveRows()
        elif new[changed:]:
            self.beginInsertRows(QModelIndex(), start + changed, start + len(new) - 1)
            self.rows[start + changed : start + changed] = new[changed:]
            self.endInsertRows()
        return True

    def row_of(self, identity: str) -> int:
        """Where a line stands; -1 if it is not there."""
        return next(
            (at for at, row in enumerate(self.rows) if isinstance(row, LineRow) and row.note.id == identity),
            -1,
        )

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The words of a row, as a reader says them, or the row itself."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.text if isinstance(row, StageRow) else f"{stamp(row.note.at)} {row.note.text}"
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Only lines can be chosen."""
        if isinstance(self.rows[index.row()], StageRow):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
