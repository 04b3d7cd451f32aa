"""Killing a program at any moment of what it does."""

import random
import subprocess
import sys
import time
from contextlib import suppress

from tests.program import MAIN

START = """
import sys
from pathlib import Path
{imports}
print("ready", flush=True)
sys.stdin.readline()
{work}
print("done", flush=True)
"""


class Work:
    """Something that a program of its own does; ``arguments`` make the command's, anew each time."""

    def __init__(self, imports, work):
        self.code = START.format(imports=imports, work=work)
        self.longest = 0.0

    def run(self, arguments, patience=None):
        """Do it to its end, or kill it after ``patience`` seconds; whether it ended by itself."""
        command = [sys.executable, "-c", self.code, *map(str, arguments)]
        with subprocess.Popen(
            command, cwd=MAIN.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout.readline() == "ready\n"
            begun = time.monotonic()
            child.stdin.write("go\n")
            child.stdin.flush()
            with suppress(subprocess.TimeoutExpired):
                child.wait(patience)
            child.kill()
            done = child.stdout.read() == "done\n"
            self.longest = max(self.longest, time.monotonic() - begun)
            return done

    def kill_often(self, times, arguments, verify):
        """Kill it ``times`` times at random moments, and ``verify`` after each."""
        assert self.run(arguments())
        verify()
        usual, chance = self.longest, random.Random(times)
        killed = 0
        for _time in range(times):
            killed += not self.run(arguments(), chance.uniform(0, usual))
            verify()
        return killed
