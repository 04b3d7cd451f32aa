"""The core without a window: what ``main.py`` runs, and the seam for system tests."""

from workbench.commands.tools import Options, Tools

__all__ = ["Options", "Tools"]
