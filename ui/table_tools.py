"""The commands for many rows at once, on the pages that have them."""

from __future__ import annotations

from ui.actions import PAGE, Command
from ui.feature import Feature
from workbench.messages import _

REQUIREMENTS = ("requirement_priority",)


class TableTools(Feature):
    """Offers what a form's page does with several rows."""

    commands = (
        Command("bulk_edit", _("Change several rows…"), ("Ctrl+Shift+B",), "edit", "", PAGE),
        Command("copy_table", _("Copy as table"), ("Ctrl+Shift+C",), "edit", "", PAGE),
        Command("find_duplicates", _("Possibly the same…"), (), "page", "copy", PAGE, pages=REQUIREMENTS),
        Command("show_evidence", _("Show evidence"), (), "page", "quote", PAGE, pages=REQUIREMENTS),
        Command(
            "link_evidence",
            _("Link evidence…"),
            ("Ctrl+Shift+E",),
            "page",
            "link-2",
            PAGE,
            pages=REQUIREMENTS,
        ),
    )
