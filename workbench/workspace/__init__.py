"""The one door for changes: put, remove, undo, redo, save."""

from workbench.workspace.door import Event, Listener, Workspace
from workbench.workspace.steps import Act, Batch, Change, Conflict, Entry, Loaded, Step, Store

__all__ = [
    "Act",
    "Batch",
    "Change",
    "Conflict",
    "Entry",
    "Event",
    "Listener",
    "Loaded",
    "Step",
    "Store",
    "Workspace",
]
