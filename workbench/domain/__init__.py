"""What the workbench is about, as immutable records."""

from workbench.domain.account import Account, Contact
from workbench.domain.evidence import InternalSession, Link, Relation, SourceDocument, SourceType
from workbench.domain.followup import Lesson, Measure, Measurement, ProgressReport, Review, Risk
from workbench.domain.interview import (
    Confirmation,
    Interview,
    Mode,
    Note,
    NoteKind,
    Point,
    PointState,
    Question,
    Stage,
)
from workbench.domain.outline import Outline, OutlinePoint, OutlineQuestion, OutlineStage
from workbench.domain.plan import PlanStage, Solution, Task, TaskStatus
from workbench.domain.problem import Cause, CauseClass, CauseState, ImpactEstimate, IsIsNot, Problem, Quantity
from workbench.domain.project import Choice, Project, Scenario, Status
from workbench.domain.record import Record, fields_of, kind_of, record
from workbench.domain.requirement import Feasibility, Progress, Requirement, Verdict
from workbench.domain.team import Member
from workbench.domain.workshop import AgendaItem, Axis, Decision, ParkedItem, Vote, Workshop

_WITH_TABLES: tuple[type[Record], ...] = (
    *(Project, Choice, Member, Account, Contact),
    *(Outline, OutlineStage, OutlineQuestion, OutlinePoint),
    *(SourceDocument, InternalSession, Interview, Stage, Question, Point, Note),
    *(Requirement, Problem, IsIsNot, ImpactEstimate, Cause),
    *(Solution, Task, ProgressReport, Risk, Measure, Measurement, Review, Lesson, Link),
    *(Workshop, AgendaItem, Vote, ParkedItem, Decision),
)

KINDS: dict[str, type[Record]] = {kind_of(kind): kind for kind in _WITH_TABLES}
"""The record kinds with a table of their own, by the name they have in files and commands."""

__all__ = [
    "KINDS",
    "Account",
    "AgendaItem",
    "Axis",
    "Cause",
    "CauseClass",
    "CauseState",
    "Choice",
    "Confirmation",
    "Contact",
    "Decision",
    "Feasibility",
    "ImpactEstimate",
    "InternalSession",
    "Interview",
    "IsIsNot",
    "Lesson",
    "Link",
    "Measure",
    "Measurement",
    "Member",
    "Mode",
    "Note",
    "NoteKind",
    "Outline",
    "OutlinePoint",
    "OutlineQuestion",
    "OutlineStage",
    "ParkedItem",
    "PlanStage",
    "Point",
    "PointState",
    "Problem",
    "Progress",
    "ProgressReport",
    "Project",
    "Quantity",
    "Question",
    "Record",
    "Relation",
    "Requirement",
    "Review",
    "Risk",
    "Scenario",
    "Solution",
    "SourceDocument",
    "SourceType",
    "Stage",
    "Status",
    "Task",
    "TaskStatus",
    "Verdict",
    "Vote",
    "Workshop",
    "fields_of",
    "kind_of",
    "record",
]
