"""The vocabulary a template is written in."""

from workbench.spec.checklist import Checklist
from workbench.spec.computed import Computed
from workbench.spec.context import Context
from workbench.spec.derived import Claim, Count, Derived, Listed, Numbered
from workbench.spec.document import report
from workbench.spec.fields import Choice, Code, Day, Field, Line, Note, Rating, Related, Tick
from workbench.spec.form import Drawing, Form, Head, Section
from workbench.spec.values import Amount, Deadline, Decimal, Elapsed, Many, Moment, Number, Reference

__all__ = [
    "Amount",
    "Checklist",
    "Choice",
    "Claim",
    "Code",
    "Computed",
    "Context",
    "Count",
    "Day",
    "Deadline",
    "Decimal",
    "Derived",
    "Drawing",
    "Elapsed",
    "Field",
    "Form",
    "Head",
    "Line",
    "Listed",
    "Many",
    "Moment",
    "Note",
    "Number",
    "Numbered",
    "Rating",
    "Reference",
    "Related",
    "Section",
    "Tick",
    "report",
]
