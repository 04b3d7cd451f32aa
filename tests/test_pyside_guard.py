"""PySide6 6.12.0 loses a reference to None at every call and aborts on Python up to 3.11; ours must not."""

import os
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

ROOT = str(Path(__file__).parents[1])
PROJECT = Path(ROOT) / "pyproject.toml"
MANY_CALLS_THAT_RETURN_NONE = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
widget = QWidget()
for number in range(10_000):
    widget.setObjectName("name")
    widget.setToolTip(str(number))
    widget.parent()
print(widget.toolTip())
"""


def python(program, **environment):
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_thirty_thousand_calls_leave_python_alive():
    done = python(MANY_CALLS_THAT_RETURN_NONE, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout.strip()) == (0, "9999"), done.stderr


def test_a_window_opens_on_a_real_screen(x_environment):
    done = python(MANY_CALLS_THAT_RETURN_NONE.replace("for ", "widget.show()\nfor ", 1), **x_environment)
    assert (done.returncode, done.stdout.strip()) == (0, "9999"), done.stderr


def test_what_is_imported_after_qt_has_its_source_left_unread():
    done = python("import ui, colorsys, linecache; print(*linecache.cache)", PYTHONPATH=ROOT)
    assert done.returncode == 0, done.stderr
    assert "enum.py" in done.stdout
    assert "colorsys.py" not in done.stdout


def test_the_pinned_version_is_installed():
    dependencies = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    assert f"PySide6-Essentials=={version('PySide6-Essentials')}" in dependencies
    assert version("shiboken6") == version("PySide6-Essentials")
