"""What a form's page says about its rows."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain import Interview, Problem, Record, Solution
from workbench.messages import Message, _


@dataclass(frozen=True)
class FormWords:
    """The words of one form; counts have {count} and {scored}."""

    new: Message
    count: Message
    scored: Message
    nothing: Message
    empty: Message
    hint: Message
    line: Message


GENERAL = FormWords(
    new=_("New row"),
    count=_("{count} rows"),
    scored=_("{count} rows, {scored} scored"),
    nothing=_("nothing yet"),
    empty=_("Write the first row"),
    hint=_("One line each; Enter adds it. Rows copied from a spreadsheet can be pasted."),
    line=_("Type one line, Enter adds it"),
)


@dataclass(frozen=True)
class HeadWords:
    """The words of one kind of parent record."""

    new: Message
    empty: Message
    hint: Message


ANY_HEAD = HeadWords(
    new=_("New"), empty=_("Nothing to fill in yet"), hint=_("Begin one; its rows are written below it.")
)
HEADS: dict[type[Record], HeadWords] = {
    Problem: HeadWords(
        new=_("New problem"),
        empty=_("No problem to diagnose yet"),
        hint=_("State what is seen, what it costs and where it ends; its causes come next."),
    ),
    Interview: HeadWords(
        new=_("New interview"),
        empty=_("No interview yet"),
        hint=_("It begins with the questions of the outline, to be changed at will."),
    ),
    Solution: HeadWords(
        new=_("New plan"),
        empty=_("No plan yet"),
        hint=_("Name what is to be done; its tasks, owners and deadlines come next."),
    ),
}
"""The words for kinds of parent records that have their own."""
WORDS = {
    "requirement_priority": FormWords(
        new=_("New requirement"),
        count=_("{count} requirements"),
        scored=_("{count} requirements, {scored} scored"),
        nothing=_("no requirements yet"),
        empty=_("Write down the client's first requirement"),
        hint=_(
            "Scored for value and urgency it appears in the quadrant. Rows copied from Excel can be pasted."
        ),
        line=_("Type a requirement, Enter to save; end with 5/4 to score it"),
    ),
    "fishbone_analysis": FormWords(
        new=_("New cause"),
        count=_("{count} causes"),
        scored=_("{count} causes"),
        nothing=_("no causes yet"),
        empty=_("Write down the first possible cause"),
        hint=_("Tab asks why once more, V says how far a cause is proven, R claims it as the root."),
        line=_("Type a cause, Enter adds it beside the chosen one; Ctrl+1…4 choose a dimension"),
    ),
    "implementation_plan": FormWords(
        new=_("New task"),
        count=_("{count} tasks"),
        scored=_("{count} tasks"),
        nothing=_("no tasks yet"),
        empty=_("Write down the first task"),
        hint=_("A deadline may be said in words, such as “within 3 working days”."),
        line=_("Type a task, Enter adds it"),
    ),
}
"""The words that were written for one form; others have the general ones."""


def head_words_for(kind: type[Record]) -> HeadWords:
    """The words of a kind of parent record."""
    return HEADS.get(kind, ANY_HEAD)


def words_for(key: str) -> FormWords:
    """The words of a form."""
    return WORDS.get(key, GENERAL)
