"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workbench.storage.migrations.laying import COMMON, column, make

revision = "0001"
down_revision = None

_TABLES = {
    "project": (
        "project? code title scenario language account? goal background pain_points value_high:i "
        "urgency_high:i status started_on:d? due_on:d?"
    ),
    "account": "project?>project name industry size history remark",
    "choice": "project?>project list key text hidden:b",
    "entry": "project?>project kind data:j",
    "internal_session": "project?>project title held_on:d? participants summary",
    "interview": ("project?>project code title account? mode started_at? participants consent_at? summary"),
    "lesson": "project?>project lesson_kind text applies_to",
    "link": "project?>project from_? to? relation note",
    "member": "project?>project name department role duties leads:b front_line:b",
    "outline": "project?>project title language",
    "problem": (
        "project?>project code phenomenon impact scope severity conclusion similar_checked:b account?"
    ),
    "requirement": (
        "project?>project code description requirement_type value:i? value_reason urgency:i? "
        "urgency_reason remark wanted_solution real_need goal why what who when where how cost "
        "feasibility feasibility_reason verdict verdict_reason progress iteration due:d?"
    ),
    "review": "project?>project held_on:d? participants satisfaction:i? comment went_well to_change",
    "solution": (
        "project?>project code title for_? function path people budget time effect technology_ready:b "
        "people_ready:b budget_ready:b agreed_goal:b agreed_scope:b agreed_effect:b agreed_by "
        "agreed_on:d? started_on:d?"
    ),
    "source_document": "project?>project type reference dated_on:d? summary",
    "cause": (
        "project?>project problem?>problem parent?>cause dimension text class_ method method_text "
        "expected_if_true expected_if_false planned_by planned_on:d? state result verified_on:d? "
        "verified_by root_claimed:b"
    ),
    "contact": "project?>project account?>account name title role remark",
    "impact_estimate": "project?>project problem?>problem on text quantity basis visibility",
    "is_is_not": "project?>project problem?>problem row is_ is_not",
    "measure": (
        "project?>project solution?>solution title unit direction baseline:f? target:f? check_on:d? basis "
        "second_analysis?>problem"
    ),
    "outline_stage": "project?>project outline?>outline title minutes:i may_skip:b",
    "progress_report": "project?>project solution?>solution reported_on:d? done next needs sent:b",
    "risk": "project?>project solution?>solution text response owner_text state",
    "stage": "project?>project interview?>interview title minutes:i may_skip:b",
    "task": (
        "project?>project solution?>solution stage text owner_text member?>member deadline_text start:d? "
        "due:d? effort_days:f? progress:i status"
    ),
    "measurement": "project?>project measure?>measure taken_on:d? value:f? remark",
    "note": (
        "project?>project interview?>interview stage?>stage at:i speaker text note_kind confirmation "
        "paraphrase confirmed_at? draft:b"
    ),
    "outline_point": "project?>project stage?>outline_stage text",
    "outline_question": "project?>project stage?>outline_stage text may_skip:b",
    "point": "project?>project stage?>stage text state",
    "question": "project?>project stage?>stage text answer may_skip:b",
}
_HISTORY = "step scope? act state label reason who at changes hash"


def upgrade() -> None:
    """Make every table."""
    for table, columns in _TABLES.items():
        make(table, f"{COMMON} {columns}")
    op.create_index("ix_entry_kind", "entry", ["kind"])
    op.create_table(
        "history",
        sa.Column("sequence", sa.Integer, primary_key=True),
        *(column("history", text) for text in _HISTORY.split()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_history_step", "history", ["step"])
    op.create_index("ix_history_scope_state", "history", ["scope", "state"])
