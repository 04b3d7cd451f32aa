"""Who works on a project (T6-T9)."""

from __future__ import annotations

from workbench.domain.record import Record, record


@record
class Member(Record):
    """One person of the task team; ``department`` and ``duties`` are keys of the project's lists."""

    name: str = ""
    department: str = ""
    role: str = ""
    duties: tuple[str, ...] = ()
    leads: bool = False
    front_line: bool = False
