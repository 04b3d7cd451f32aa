"""Inputs that read like text until one comes to type in them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def show_quiet(box: QWidget, *, quiet: bool) -> None:
    """Go without a frame, or show one: what is empty shows where it is to be filled in."""
    if box.property("quiet") != quiet:
        box.setProperty("quiet", quiet)
        box.style().unpolish(box)
        box.style().polish(box)
