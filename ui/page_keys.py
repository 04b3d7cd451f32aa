"""The keys that belong to a table or a drawing, for the sheet of keys."""

from __future__ import annotations

from workbench.messages import Message, Translate, _

PARTS: tuple[tuple[Message, tuple[tuple[Message, str], ...]], ...] = (
    (
        _("In a table"),
        (
            (_("Type in the cell"), "Enter  ·  F2"),
            (_("Score"), "1…5"),
            (_("All of the row"), "Ctrl+Enter"),
            (_("Add a row"), "Ins"),
            (_("Go to the line below"), "N"),
            (_("Show evidence"), "E"),
            (_("Copy and paste rows"), "Ctrl+C  ·  Ctrl+V"),
            (_("Menu of the row"), "Shift+F10"),
        ),
    ),
    (
        _("Board"),
        (
            (_("To the card beside"), "←  ·  →"),
            (_("Move the card"), "Ctrl+←  ·  Ctrl+→"),
            (_("Open"), "Enter"),
        ),
    ),
    (
        _("After the call"),
        (
            (_("Kind of the line"), "1…9"),
            (_("Skip"), "Space"),
            (_("Back to the line before"), "⌫"),
            (_("Edit text"), "E"),
            (_("Real need"), "W"),
            (_("To requirement"), "R"),
            (_("To problem"), "P"),
        ),
    ),
    (
        _("Read back"),
        (
            (_("Yes, right"), "Y  ·  1"),
            (_("Correct it"), "M  ·  2"),
            (_("Not so"), "N  ·  3"),
        ),
    ),
    (
        _("Interviews, problems and plans"),
        ((_("Previous"), "Ctrl+PgUp"), (_("Next"), "Ctrl+PgDn")),
    ),
    (
        _("On the fishbone and in its table"),
        (
            (_("Ask why once more"), "Tab"),
            (_("To the cause above"), "Shift+Tab"),
            (_("Add a cause beside"), "Enter"),
            (_("Change the text"), "F2"),
            (_("How far it is proven"), "V"),
            (_("Claim as the root cause"), "R"),
            (_("Choose a dimension"), "Ctrl+1…9"),
        ),
    ),
    (
        _("In the plan"),
        (
            (_("A working day earlier"), "Ctrl+←"),
            (_("A working day later"), "Ctrl+→"),
        ),
    ),
    (
        _("On the quadrant"),
        (
            (_("Change the score"), "←  ·  →  ·  ↑  ·  ↓"),
            (_("A week later"), "]"),
            (_("A week earlier"), "["),
        ),
    ),
)


def page_keys(translate: Translate) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every page's own keys, part by part."""
    return [(translate(title), [(translate(text), keys) for text, keys in lines]) for title, lines in PARTS]
