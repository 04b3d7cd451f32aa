"""The rules of the house that no linter knows: sizes, cycles, words that do not belong, locks."""

import ast
import re
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("workbench", "ui", "forms", "exports")
PROGRAM = sorted(
    [*(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))]
    + [path for path in (ROOT / "main.py", ROOT / "dev.py") if path.exists()]
)
SOURCES = [*PROGRAM, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "benchmarks").rglob("*.py"))]
TEXTS = [
    *SOURCES,
    *(path for end in ("toml", "lock", "md", "cfg", "ini") for path in sorted(ROOT.glob(f"*.{end}"))),
    *(path for path in sorted((ROOT / ".ci").glob("*")) if path.is_file()),
    *sorted((ROOT / "workbench" / "locale").rglob("*.po")),
]

# Written in two parts, so that this file does not name what it forbids.
UNWANTED = {
    "a call that waits": "time" + ".sleep(",
    "another such call": "from time " + "import sleep",
    "a fixed wait": "qWait" + "(",
    "a mock": "unittest" + ".mock",
    "another mock": "from unittest " + "import mock",
    "a walk along Qt's ring of focus, which has PySide delete the widgets it meets": "InFocus" + "Chain",
    "an item of a layout, which PySide keeps when Qt has deleted it": "." + "itemAt(",
    "something unfinished": "TO" + "DO",
    "something to mend": "FIX" + "ME",
}
MACHINES = [
    "py" + "pi.org", "python" + "hosted", "npm" + "js", "index" + "-url", "find" + "-links",
    "/wo" + "rk/", "/t" + "mp/",
]  # fmt: skip
REASON = re.compile(r"# noqa: BLE001\W+\w{3}")


def name(path):
    return str(path.relative_to(ROOT))


def text(path):
    return path.read_text(encoding="utf-8")


def lock(file):
    return {
        line.partition("==")[0]: line.rstrip(" \\")
        for line in text(ROOT / file).splitlines()
        if re.match(r"\w", line)
    }


def requirements():
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    needs = {
        "requirements.lock": project["dependencies"],
        "requirements-dev.lock": project["dependencies"] + project["optional-dependencies"]["dev"],
    }
    return {
        file: {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", need)[0]).lower() for need in found}
        for file, found in needs.items()
    }


def test_no_file_is_longer_than_300_lines():
    assert [name(path) for path in SOURCES if len(text(path).splitlines()) > 300] == []


def test_no_function_is_longer_than_40_lines():
    functions = (
        (path, node)
        for path in SOURCES
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    long = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path, node in functions
        if node.end_lineno - node.lineno >= 40
    ]
    assert long == []


def test_no_module_imports_itself_by_a_detour():
    graph = grimp.build_graph(*PACKAGES, exclude_type_checking_imports=True, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("reason", UNWANTED)
def test_nothing_waits_mocks_or_is_left_unfinished(reason):
    assert [name(path) for path in SOURCES if UNWANTED[reason] in text(path)] == []


def test_no_program_pumps_events():
    word = "process" + "Events("
    assert [name(path) for path in PROGRAM if word in text(path)] == []


def is_blind(handler):
    kind = ast.unparse(handler.type) if handler.type else "Exception"
    return bool(re.search(r"\b(Base)?Exception\b", kind)) and not any(
        isinstance(node, ast.Raise) for node in ast.walk(handler)
    )


def test_a_blind_except_that_does_not_raise_gives_its_reason():
    handlers = (
        (path, node)
        for path in SOURCES
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.ExceptHandler) and is_blind(node)
    )
    assert [
        f"{name(path)}:{node.lineno}"
        for path, node in handlers
        if not REASON.search(text(path).splitlines()[node.lineno - 1])
    ] == []


@pytest.mark.parametrize("machine", MACHINES)
def test_no_file_names_a_machine(machine):
    assert [name(path) for path in TEXTS if machine in text(path)] == []


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_every_dependency_is_locked(file):
    assert requirements()[file] <= set(lock(file))


def test_the_two_locks_agree():
    assert lock("requirements.lock").items() <= lock("requirements-dev.lock").items()


def test_every_locked_package_has_a_hash():
    for file in requirements():
        entries = re.split(r"\n(?=\w)", text(ROOT / file))
        assert all("--hash=sha256:" in entry for entry in entries), file
