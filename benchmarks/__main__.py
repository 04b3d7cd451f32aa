"""Print the table of speeds: what, size, ours, limit, ratio, goal, ok or over."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module

from benchmarks.measuring import ROUNDS, Benchmark, Row, growth

MODULES = {
    "start": "starting",
    "memory": "starting",
    "keys": "typing_keys",
    "edits": "typing_keys",
    "flushing": "typing_keys",
    "call": "interview",
    "durable": "storing",
    "opening": "storing",
    "table": "tables",
    "quadrant": "drawings",
    "fishbone": "drawings",
    "word": "documents",
    "excel": "documents",
    "import": "importing",
    "search": "searching",
    "palette": "searching",
}
"""Where each is measured; imported late, so that none carries another's memory."""


def benchmark_of(name: str) -> Benchmark:
    """The benchmark of that name."""
    module = import_module(f"benchmarks.{MODULES[name]}")
    known: tuple[Benchmark, ...] = module.BENCHMARKS
    return next(each for each in known if each.name == name)


def measure(benchmark: Benchmark, rounds: int, most: int) -> None:
    """Print its rows at every size that is asked for, then how it grows."""
    rows: list[Row] = []
    for size in benchmark.sizes:
        if size <= max(most, benchmark.sizes[0]):
            for row in benchmark.run(size, rounds):
                print(row.line(), flush=True)
                rows.append(row)
    for line in growth(benchmark, rows):
        print(line, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is named, everything if nothing is, each in a process of its own."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *MODULES], metavar="NAME", help=", ".join(MODULES))
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"at least {ROUNDS} for the record")
    parser.add_argument("--most", type=int, default=sys.maxsize, help="no larger size than this")
    options = parser.parse_args(arguments)
    if len(options.names) == 1:
        measure(benchmark_of(options.names[0]), options.rounds, options.most)
        return 0
    print("what, size, ours, limit, ratio, goal, ok or over", flush=True)
    more = ["--rounds", str(options.rounds), "--most", str(options.most)]
    names = options.names or list(MODULES)
    failed = [name for name in names if subprocess.run(_call(name, more), check=False).returncode]
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _call(name: str, more: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "benchmarks", name, *more]


if __name__ == "__main__":
    sys.exit(main())
