"""The program as a person at a terminal runs it: in this process, so that a hundred commands take seconds."""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import main

MAIN = Path(__file__).parent.parent / "main.py"


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def run(*words, lines=(), language="en"):
    """Run one command to its end; its output, its sentence and its status."""
    out, err, given = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _stream in range(3))
    given.write("".join(line + "\n" for line in lines))
    given.seek(0)
    before, sys.stdin = sys.stdin, given
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = main.main([*map(str, words), "--language", language])
    finally:
        sys.stdin = before
    return Done(status, _written(out), _written(err))


def _written(stream):
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")


def edit(file, project, *changes):
    """Apply changes, all of which are taken."""
    done = run("edit", file, project, lines=[json.dumps(change) for change in changes])
    assert (done.returncode, done.stderr) == (0, ""), done
    return done.stdout.split()


def dump(file, project=None):
    """The records of a file, or of one project."""
    done = run("dump", file, *([project] if project else []))
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)["records"]


def refused(done, *parts):
    """Whether a command was refused with one plain sentence that holds all parts."""
    return (
        done.returncode == 2
        and done.stdout == ""
        and done.stderr.count("\n") == 1
        and "Traceback" not in done.stderr
        and all(part in done.stderr for part in parts)
    )
