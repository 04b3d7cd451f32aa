"""What a form's page says about its rows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.domain import Interview, Measure, Problem, Record, Solution
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
    many: Message
    """What a step is called that sets a {field} of {count} rows."""


GENERAL = FormWords(
    new=_("New row"),
    count=_("Rows: {count}"),
    scored=_("Rows: {count}, scored: {scored}"),
    nothing=_("nothing yet"),
    empty=_("Write the first row"),
    hint=_("One line each; Enter adds it. Rows copied from a spreadsheet can be pasted."),
    line=_("Type one line, Enter adds it"),
    many=_("{field} of {count} rows"),
)


def _own(new: Message, count: Message, empty: Message) -> FormWords:
    return replace(GENERAL, new=new, count=count, scored=count, empty=empty)


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
    Measure: HeadWords(
        new=_("New measure"),
        empty=_("Nothing to measure yet"),
        hint=_("Name what is measured, where it stands and where it should be; its values come next."),
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
        count=_("Requirements: {count}"),
        scored=_("Requirements: {count}, scored: {scored}"),
        nothing=_("no requirements yet"),
        empty=_("Write down the client's first requirement"),
        hint=_(
            "Scored for value and urgency it appears in the quadrant. Rows copied from Excel can be pasted."
        ),
        line=_("Type a requirement, Enter to save; end with 5/4 to score it"),
        many=_("{field} of {count} requirements"),
    ),
    "fishbone_analysis": FormWords(
        new=_("New cause"),
        count=_("Causes: {count}"),
        scored=_("Causes: {count}"),
        nothing=_("no causes yet"),
        empty=_("Write down the first possible cause"),
        hint=_("Tab asks why once more, V says how far a cause is proven, R claims it as the root."),
        line=_("Type a cause, Enter adds it beside the chosen one; Ctrl+1…4 choose a dimension"),
        many=_("{field} of {count} causes"),
    ),
    "implementation_plan": FormWords(
        new=_("New task"),
        count=_("Tasks: {count}"),
        scored=_("Tasks: {count}"),
        nothing=_("no tasks yet"),
        empty=_("Write down the first task"),
        hint=_("A deadline may be said in words, such as “within 3 working days”."),
        line=_("Type a task, Enter adds it"),
        many=_("{field} of {count} tasks"),
    ),
    "interview_outline": _own(_("New section"), _("Sections: {count}"), _("Write down the first section")),
    "interview_notes": _own(_("New note"), _("Notes: {count}"), _("Write down the first thing that is said")),
    "source_documents": _own(_("New source"), _("Sources: {count}"), _("Name the first source")),
    "internal_sessions": _own(_("New session"), _("Sessions: {count}"), _("Note the first session")),
    "team": _own(_("New member"), _("Members: {count}"), _("Name the first member of the team")),
    "problem_statement": _own(_("New problem"), _("Problems: {count}"), _("State the first problem")),
    "is_is_not": _own(_("New line"), _("Lines: {count}"), _("Write down the first line")),
    "impact_estimate": _own(_("New impact"), _("Impacts: {count}"), _("Estimate the first impact")),
    "cause_verification": _own(
        _("New cause"), _("Causes: {count}"), _("Write down the first possible cause")
    ),
    "evidence_links": _own(_("New link"), _("Links: {count}"), _("Link the first piece of evidence")),
    "solution_outline": _own(_("New solution"), _("Solutions: {count}"), _("Name the first solution")),
    "effect_measures": _own(_("New measure"), _("Measures: {count}"), _("Name the first thing to measure")),
    "measurements": replace(
        _own(_("New measurement"), _("Measurements: {count}"), _("Note the first measurement")),
        line=_("Type a value and perhaps a remark, Enter adds it"),
    ),
    "progress_report": _own(_("New report"), _("Reports: {count}"), _("Write the first report")),
    "risk_log": _own(_("New risk"), _("Risks: {count}"), _("Name the first risk")),
    "review": _own(_("New review"), _("Reviews: {count}"), _("Write the first review")),
    "lessons": _own(_("New lesson"), _("Lessons: {count}"), _("Write down the first lesson")),
    "client_account": _own(_("New client"), _("Clients: {count}"), _("Name the first client")),
}
"""The words that were written for one form; others have the general ones."""


def head_words_for(kind: type[Record]) -> HeadWords:
    """The words of a kind of parent record."""
    return HEADS.get(kind, ANY_HEAD)


def words_for(key: str) -> FormWords:
    """The words of a form."""
    return WORDS.get(key, GENERAL)
