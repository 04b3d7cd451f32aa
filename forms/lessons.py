"""What is worth keeping for the next project (T75)."""

from __future__ import annotations

from workbench.domain import Lesson
from workbench.domain.followup import LessonKind
from workbench.messages import _
from workbench.spec import Choice, Form, Line, Note

KINDS = {LessonKind.SUCCESS: _("Worked well"), LessonKind.LESSON: _("Lesson")}

FORM = Form(
    key="lessons",
    title=_("Lessons learned"),
    for_client=lambda _item: False,
    record=Lesson,
    icon="book-open",
    phase=6,
    place=5,
    fields=(
        Choice("lesson_kind", _("Kind of lesson"), labels=KINDS, width=14),
        Note("text", _("Lesson text"), required=True, width=52),
        Line("applies_to", _("Applies to"), width=28),
    ),
)
