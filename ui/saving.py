"""Whether the disk has everything, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.messages import Message

NOTHING = Message("")


class Saving(StrEnum):
    """Whether the disk has everything."""

    SAVED = "saved"
    BUSY = "busy"
    FAILED = "failed"


@dataclass(frozen=True)
class SaveState:
    """What to show of it; ``reason`` says why something is not saved."""

    saving: Saving
    reason: Message = NOTHING
