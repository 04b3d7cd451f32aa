"""What every test shares: no window on the screen, nothing written to the user's own folders."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("tests", max_examples=100, deadline=None)
settings.register_profile("faults", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tests"))

OWN_FOLDERS = (
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
    "LOCALAPPDATA",
    "APPDATA",
)


def pytest_xvfb_disable() -> bool:
    """Start a virtual screen for the whole run only where QT_QPA_PLATFORM=xcb asks for one."""
    return os.environ["QT_QPA_PLATFORM"] != "xcb"


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point the folders of the user's data and settings to a temporary one."""
    with pytest.MonkeyPatch.context() as patch:
        for name in OWN_FOLDERS:
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower(), numbered=False)))
        yield


@pytest.fixture(scope="session")
def x_environment() -> Iterator[dict[str, str]]:
    """The environment in which a child process opens real windows, on an X server of our own."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        number = server.stdout.readline().strip()  # written once the server listens
        yield {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        server.terminate()


def pytest_sessionfinish() -> None:
    """Empty the offscreen clipboard: Qt would free what Python put there after Python has gone, and crash."""
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()
