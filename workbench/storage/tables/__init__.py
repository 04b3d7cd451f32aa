"""The tables of a workspace file: a promise to every file ever written, so each is spelled out."""

from __future__ import annotations

from workbench.domain import KINDS
from workbench.storage.tables import interview, library, plan, problem, project, requirement, workshop
from workbench.storage.tables.base import EntryRow, HistoryRow, Row, SnapshotRow, Table

_ROWS: tuple[type[Row], ...] = (
    project.ProjectRow,
    project.ChoiceRow,
    project.MemberRow,
    library.AccountRow,
    library.ContactRow,
    library.OutlineRow,
    library.OutlineStageRow,
    library.OutlineQuestionRow,
    library.OutlinePointRow,
    project.SourceDocumentRow,
    project.InternalSessionRow,
    interview.InterviewRow,
    interview.StageRow,
    interview.QuestionRow,
    interview.PointRow,
    interview.NoteRow,
    requirement.RequirementRow,
    problem.ProblemRow,
    problem.IsIsNotRow,
    problem.ImpactEstimateRow,
    problem.CauseRow,
    plan.SolutionRow,
    plan.TaskRow,
    plan.ProgressReportRow,
    plan.RiskRow,
    plan.MeasureRow,
    plan.MeasurementRow,
    plan.ReviewRow,
    plan.LessonRow,
    project.LinkRow,
    workshop.WorkshopRow,
    workshop.AgendaItemRow,
    workshop.VoteRow,
    workshop.ParkedItemRow,
    workshop.DecisionRow,
)

TABLES: dict[str, type[Row]] = {row.__tablename__: row for row in _ROWS if row.__tablename__ in KINDS}
"""Row classes by kind; every other kind is kept in ``entry``."""


def table_of(kind: str) -> type[Row]:
    """The row class that keeps a kind."""
    return TABLES.get(kind, EntryRow)


__all__ = ["TABLES", "EntryRow", "HistoryRow", "Row", "SnapshotRow", "Table", "table_of"]
