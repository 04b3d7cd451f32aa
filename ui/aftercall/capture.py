"""Keeping a window out of screen sharing, where the system can do it, and saying whether it does."""

from __future__ import annotations

import ctypes
import sys
from typing import Any, Final

EXCLUDE: Final = 0x11
"""WDA_EXCLUDEFROMCAPTURE: Windows 10 of 2004 and later."""


def exclude(handle: int, platform: str = sys.platform, library: Any = None) -> bool:
    """Ask the system to show a window on this screen only; whether it says that it does."""
    if platform != "win32":
        return False
    try:
        user32 = library if library is not None else ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
        found = ctypes.c_uint32(0)
        asked = user32.SetWindowDisplayAffinity(ctypes.c_void_p(handle), ctypes.c_uint32(EXCLUDE))
        told = user32.GetWindowDisplayAffinity(ctypes.c_void_p(handle), ctypes.byref(found))
    except (AttributeError, OSError):  # a system without these calls
        return False
    return bool(asked and told) and found.value == EXCLUDE
