"""From the start of the process to a window one can see, and to one that one can work in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import monotonic

from benchmarks.measuring import FRAME, Benchmark, Row
from benchmarks.records import SAMPLE, requirements, sample, stored

ROOT = Path(__file__).resolve().parents[1]
FILE = "bench.workbench"
_LONGEST = 180


def _prepared(folder: Path, count: int) -> None:
    """A workspace with the worked example."""
    extra = requirements(count, SAMPLE, first=1000) if count > 1 else []
    stored(folder / FILE, [*sample(), *extra]).close()


def _begin(folder: Path) -> None:
    """Settings that have the example as the last project, whatever a run before has left."""
    data = folder / "data"
    data.mkdir(exist_ok=True)
    places = {str(folder / FILE): SAMPLE, SAMPLE: {"page": "requirement_priority", "place": {}}}
    (data / "places.json").write_text(json.dumps(places), encoding="utf-8")
    (data / "settings.toml").write_text('language = "zh_CN"\n', encoding="utf-8")


def _probe(what: str, folder: Path, *more: str) -> dict[str, float]:
    """What a process of its own says of itself.

    Python may keep what it compiles, in the folder where the environment forbids it: so it is for people.
    """
    words = [sys.executable, "-m", "benchmarks.probe", what, str(folder), repr(monotonic()), *more]
    environment = dict(os.environ)
    if environment.pop("PYTHONDONTWRITEBYTECODE", ""):
        environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    if not os.environ.get("DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    done = subprocess.run(
        words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=_LONGEST, check=False
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(done.stderr)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    if "everything" in more and "all" not in found:
        raise RuntimeError(
            done.stderr or (folder / "data" / "logs" / "workbench.log").read_text(encoding="utf-8")
        )
    return found


def _probes(size: int, rounds: int, *more: str) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """The window's words and a bare window's, taken in turn."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepared(folder, size)
        for _round in range(rounds + 1 if rounds > 1 else 1):
            bare.append(_probe("bare", folder))
            _begin(folder)
            ours.append(_probe("window", folder, *more))
    return ours[-rounds:], bare[-rounds:]


def _middle(found: list[dict[str, float]], name: str) -> float:
    return median(each[name] for each in found)


def start(size: int, rounds: int) -> Iterator[Row]:
    """Process start to the first paint, and to the last project; the longest freeze on the way."""
    ours, bare = _probes(size, rounds)
    limit = _middle(bare, "painted")
    yield Row("process start → first painted window", size, _middle(ours, "painted"), limit, 1.3)
    yield Row("… → last project open and editable", size, _middle(ours, "usable"), limit, 3)
    freeze = _middle(ours, "freeze")
    yield Row("longest freeze while the rest loads", size, freeze, FRAME, 60, absolute=True)


def memory(size: int, rounds: int) -> Iterator[Row]:
    """Memory when the window is first painted, and when all of the program has been used."""
    ours, bare = _probes(size, rounds, "everything")
    limit = _middle(bare, "first")
    yield Row("memory at the first paint", size, _middle(ours, "first"), limit, 1.35, "MiB")
    yield Row("memory with everything in use", size, _middle(ours, "all"), limit, 2.3, "MiB")


BENCHMARKS = (Benchmark("start", start, (1, 1000)), Benchmark("memory", memory, (1,)))
