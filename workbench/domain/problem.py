"""Problems in three layers, what they cost, and what causes them (T42-T54, T88-T92)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.record import Record, record, reference


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """An amount as it was said and as it was read: ``100+`` keeps its words and has low 100 and no high."""

    said: str = ""
    low: float | None = None
    high: float | None = None
    unit: str = ""
    period: str = ""


class Severity(StrEnum):
    """How bad a problem is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@record
class Problem(Record):
    """Something that goes wrong at the client: phenomenon, impact, scope (T42)."""

    code: str = ""
    phenomenon: str = ""
    impact: str = ""
    scope: str = ""
    severity: Severity = Severity.MEDIUM
    conclusion: str = ""
    similar_checked: bool = False
    account: str | None = reference("account")


class Facet(StrEnum):
    """The four questions of a sharpened scope."""

    WHAT = "what"
    WHERE = "where"
    WHEN = "when"
    EXTENT = "extent"


@record
class IsIsNot(Record):
    """One row of is and is-not below a problem's scope (templates.md 5.6)."""

    problem: str | None = reference("problem", owner=True)
    row: Facet = Facet.WHAT
    is_: str = ""
    is_not: str = ""


class Side(StrEnum):
    """Who bears an impact."""

    CLIENT = "client"
    OWN = "own"


class Visibility(StrEnum):
    """Who may read it."""

    INTERNAL = "internal"
    CLIENT = "client"


@record
class ImpactEstimate(Record):
    """One quantified impact with its basis (T52-T53). What hits ourselves is internal by default."""

    problem: str | None = reference("problem", owner=True)
    on: Side = Side.CLIENT
    text: str = ""
    quantity: Quantity = Quantity()
    basis: str = ""
    visibility: Visibility = Visibility.CLIENT


class CauseClass(StrEnum):
    """What a cause is to the phenomenon (templates.md 5.4)."""

    DIRECT = "direct"
    CONTRIBUTING = "contributing"
    ROOT_CANDIDATE = "root_candidate"


class CauseState(StrEnum):
    """How far a cause has been proven."""

    HYPOTHESIS = "hypothesis"
    VERIFYING = "verifying"
    VERIFIED = "verified"
    REFUTED = "refuted"
    INCONCLUSIVE = "inconclusive"


@record
class Cause(Record):
    """One possible cause. ``parent`` is the cause it explains; dimension and method are keys of lists."""

    problem: str | None = reference("problem", owner=True)
    parent: str | None = reference("cause", owner=True)
    dimension: str = "people"
    text: str = ""
    class_: CauseClass = CauseClass.DIRECT
    method: str = ""
    method_text: str = ""
    expected_if_true: str = ""
    expected_if_false: str = ""
    planned_by: str = ""
    planned_on: date | None = None
    state: CauseState = CauseState.HYPOTHESIS
    result: str = ""
    verified_on: date | None = None
    verified_by: str = ""
    root_claimed: bool = False
