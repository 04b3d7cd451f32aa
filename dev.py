"""Set up this checkout and start the workbench, its tests or its checks. Standard library only.

python3 dev.py run [-- new work.workbench --sample]
python3 dev.py test [-- -k quadrant]
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"

IMPORT_LIBRARIES = ["libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0"]
_XCB = ("cursor0", "icccm4", "keysyms1", "shape0")
WINDOW_LIBRARIES = ["libxkbcommon-x11-0", *(f"libxcb-{name}" for name in _XCB)]
RUN_PACKAGES = [*IMPORT_LIBRARIES, *WINDOW_LIBRARIES, "fonts-noto-cjk"]
TEST_PACKAGES = [*RUN_PACKAGES, "xvfb"]
DOCUMENT_PACKAGES = [*TEST_PACKAGES, "libreoffice-writer", "libreoffice-calc", "poppler-utils"]

SOURCES = ["workbench", "ui", "forms", "exports", "main.py"]
LANGUAGES = ["zh_CN", "zh_TW"]
NO_DISPLAY = (
    "There is no display to open a window on: set DISPLAY or WAYLAND_DISPLAY, use a desktop or 'ssh -X', "
    "or give a command that needs no window, such as 'python3 dev.py run -- --help'."
)


class SetUpError(Exception):
    """Something outside the program is missing; the text says what, and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the named command and return its exit status; 2 if it cannot be set up."""
    options = _parser().parse_args(arguments)
    rest = options.arguments[1:] if options.arguments[:1] == ["--"] else options.arguments
    try:
        check_python(sys.version_info[:2])
        return COMMANDS[options.command](rest)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Open the window, or run main.py with the arguments."""
    if needs_display(arguments) and not has_display(sys.platform, os.environ):
        raise SetUpError(NO_DISPLAY)
    prepare(RUN_LOCK, RUN_PACKAGES)
    return call([PYTHON, ROOT / "main.py", *arguments])


def test(arguments: list[str]) -> int:
    """Run the checks, then the tests; arguments go to pytest."""
    prepare(DEV_LOCK, TEST_PACKAGES)
    return _checks() or _pytest(arguments)


def check(arguments: list[str]) -> int:
    """Run the formatter, the linter, the type checker and the import rules only."""
    _expect_none(arguments)
    prepare(DEV_LOCK)
    return _checks()


def documents(arguments: list[str]) -> int:
    """Open the written documents in LibreOffice; arguments go to pytest."""
    prepare(DEV_LOCK, DOCUMENT_PACKAGES)
    return _pytest(["-m", "documents", "tests/documents", *arguments])


def faults(arguments: list[str]) -> int:
    """Run the long fault tests; arguments go to pytest."""
    prepare(DEV_LOCK, TEST_PACKAGES)
    return _pytest(["-m", "faults", *arguments], HYPOTHESIS_PROFILE="faults")


def screens(arguments: list[str]) -> int:
    """Picture every page in each size, look and language, in a folder ``screens``; arguments go to pytest."""
    prepare(DEV_LOCK, TEST_PACKAGES)
    return _pytest(["-m", "screens", "tests/ui/test_screens.py", *arguments], SCREENS=str(ROOT / "screens"))


def bench(arguments: list[str]) -> int:
    """Measure speed against its limits; arguments go to the benchmarks."""
    prepare(DEV_LOCK, TEST_PACKAGES)
    return call([PYTHON, "-m", "benchmarks", *arguments], cwd=ROOT, env=offscreen(os.environ))


def messages(arguments: list[str]) -> int:
    """Bring the catalogues of translations up to date with the sources, and compile them."""
    _expect_none(arguments)
    prepare(DEV_LOCK)
    babel, template = PROGRAMS / "pybabel", ENVIRONMENT / "workbench.pot"
    catalogues = ["--no-wrap", "--domain=workbench", "-d", "workbench/locale"]
    tidy = ["--no-wrap", "--sort-output", "--add-location=file", "--no-default-keywords", "--keyword=_"]
    keep = ["--no-fuzzy-matching", "--ignore-pot-creation-date", "--init-missing"]
    update: list[str | Path] = [babel, "-q", "update", *catalogues, *keep, "-i", template]
    return (
        call([babel, "-q", "extract", *tidy, "-o", template, *SOURCES], cwd=ROOT)
        or max(call([*update, "-l", language], cwd=ROOT) for language in LANGUAGES)
        or call([babel, "-q", "compile", *catalogues[1:]], cwd=ROOT)
    )


COMMANDS = {
    command.__name__: command for command in (run, test, bench, faults, documents, screens, check, messages)
}


def check_python(version: tuple[int, ...]) -> None:
    """Refuse a Python that is too old, naming both versions."""
    if version < OLDEST_PYTHON:
        found, wanted = (".".join(map(str, number)) for number in (version, OLDEST_PYTHON))
        raise SetUpError(
            f"This is Python {found}, but the workbench needs {wanted} or newer: "
            f"install it and start dev.py with it, for example 'python{wanted} dev.py run'."
        )


def needs_display(arguments: Sequence[str]) -> bool:
    """Whether main.py will open a window: it does unless a command, a bare word, or help is asked for."""
    return not any(word.isalpha() or word in {"-h", "--help", "--version"} for word in arguments)


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether Qt can open a window; without a display on Linux it would abort."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environment.get(name) for name in names)


def offscreen(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment with Qt painting into memory, unless it names another platform."""
    return {"QT_QPA_PLATFORM": "offscreen", **environment}


def prepare(lock: Path, packages: Sequence[str] = ()) -> None:
    """Make everything ready that the command needs; costs next to nothing when it is."""
    install_packages(packages)
    make_environment()
    install_lock(lock, ENVIRONMENT)


def install_packages(names: Sequence[str]) -> None:
    """Install the missing system packages on Debian and Ubuntu, or name them and go on."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return
    wanted = list(names)
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        wanted.append("python3-venv")  # Debian's Python has venv, but not the ensurepip that venv needs
    missing = missing_packages(wanted)
    if missing and not _apt_install(missing):
        say(f"Missing system packages: please run 'apt-get install {' '.join(missing)}' as an administrator.")


def missing_packages(names: Sequence[str]) -> list[str]:
    """Those of the Debian packages that are not installed."""
    # Since the 64-bit time change, some libraries are named with t64 at the end.
    asked = [name + end for name in names for end in ("", "t64")]
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *asked]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout if asked else ""
    installed = {line.split()[0] for line in answer.splitlines() if line.endswith(" installed")}
    return [name for name in names if not installed & {name, f"{name}t64"}]


def make_environment() -> None:
    """Make .venv if there is none for this version of Python."""
    version = ".".join(map(str, sys.version_info[:2]))
    if PYTHON.exists() and environment_version(ENVIRONMENT) == version:
        return
    say("Setting up: environment …")
    if call([sys.executable, "-m", "venv", "--clear", ENVIRONMENT]):
        raise SetUpError(f"Python could not make {ENVIRONMENT}: install its venv module and try again.")


def environment_version(environment: Path) -> str:
    """The version of Python that an environment was made for, as "3.11"; empty if there is none."""
    settings = environment / "pyvenv.cfg"
    text = settings.read_text(encoding="utf-8") if settings.exists() else ""
    found = re.search(r"^version(?:_info)? *= *(\d+\.\d+)", text, re.MULTILINE)
    return found.group(1) if found else ""


def install_lock(lock: Path, environment: Path) -> None:
    """Install the locked packages unless the stamp says that it was done."""
    stamp = environment / f"{lock.name}.stamp"
    expected = fingerprint(lock, environment_version(environment))
    if stamp.exists() and stamp.read_text(encoding="utf-8") == expected:
        return
    say("Setting up: packages …")
    stamp.unlink(missing_ok=True)
    if call([*_installer(), "--require-hashes", "-r", lock]):
        raise SetUpError(f"The packages of {lock.name} could not be installed: the reason stands above.")
    stamp.write_text(expected, encoding="utf-8")


def fingerprint(lock: Path, python: str) -> str:
    """What the stamp holds: one hash of the locked packages and the version of Python."""
    return hashlib.sha256(lock.read_bytes() + python.encode()).hexdigest()


def call(
    command: Sequence[str | Path], *, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> int:
    """Run a program and return its exit status, as a shell would if a signal ended it."""
    status = subprocess.run([str(word) for word in command], cwd=cwd, env=env, check=False).returncode
    return status if status >= 0 else 128 - status


def say(sentence: str) -> None:
    """Show one line of progress, apart from what the command itself prints."""
    print(sentence, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    table = "\n".join(f"  {name:<10} {command.__doc__}" for name, command in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=__doc__,
        epilog=f"commands:\n{table}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="command", help="one of those below")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on; '--' may stand before them")
    return parser


def _expect_none(arguments: Sequence[str]) -> None:
    if arguments:
        raise SetUpError(f"This command takes no arguments, but was given: {' '.join(arguments)}")


def _checks() -> int:
    steps: dict[str, list[str | Path]] = {
        "format": [PROGRAMS / "ruff", "format", "--check", "--quiet", "."],
        "lint": [PROGRAMS / "ruff", "check", "--quiet", "."],
        "types": [PYTHON, "-m", "mypy", "--no-error-summary"],
        "imports": [PROGRAMS / "lint-imports", "--no-logo"],
    }
    for name, command in steps.items():
        say(f"Checking: {name} …")
        status = call(command, cwd=ROOT)
        if status:
            return status
    return 0


def _pytest(arguments: Sequence[str], **environment: str) -> int:
    return call([PYTHON, "-m", "pytest", *arguments], cwd=ROOT, env={**offscreen(os.environ), **environment})


def _apt_install(names: Sequence[str]) -> bool:
    """Whether apt installed the packages; it may only do so as root or through sudo."""
    rights = [] if os.geteuid() == 0 else ["sudo"]
    if rights and not shutil.which("sudo"):
        return False
    say("Setting up: system libraries …")
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*apt, "-o", "DPkg::Lock::Timeout=300", "install", "--no-install-recommends", "-y", *names]
    if _quietly(install):
        return True
    _quietly([*apt, "update"])  # the lists of a new machine are empty or old
    return _quietly(install, show=True)


def _quietly(command: Sequence[str], *, show: bool = False) -> bool:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode and show:
        say(done.stdout)
    return done.returncode == 0


def _installer() -> list[str | Path]:
    # Without a cache, because nothing outside the checkout is ours to write to.
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--quiet", "--no-cache", "--compile-bytecode", "--python", PYTHON]
    return [PYTHON, "-m", "pip", "install", "-qq", "--no-cache-dir", "--disable-pip-version-check"]


if __name__ == "__main__":
    sys.exit(main())
