"""How the pages lie: a place for each phase with its templates, and one for each shelf of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.sidebar import Place
from workbench.messages import _

if TYPE_CHECKING:
    from workbench.spec import Form

PHASES = {
    1: (_("Preparation"), _("Prep"), "clipboard-list"),
    2: (_("Interviews"), _("Talk"), "messages-square"),
    3: (_("Requirements"), _("Reqs"), "list-checks"),
    4: (_("Diagnosis"), _("Diag"), "fish"),
    5: (_("Plan"), _("Plan"), "chart-gantt"),
    6: (_("Follow-up"), _("Track"), "activity"),
}
"""The phases' names, how the rail calls them, and their icons."""

OVERVIEW = Place("overview", _("Project overview"), _("Home"), "layout-dashboard", 0)
"""The place of what is about the whole project."""


def place_of(form: Form) -> Place:
    """Where a template lies: in its phase, or by itself in the library."""
    if form.phase is None:
        return Place(form.key, form.title, form.title, form.icon, None)
    name, short, icon = PHASES[form.phase]
    return Place(f"phase{form.phase}", name, short, icon, form.phase)
