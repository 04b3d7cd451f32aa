"""Playing a call as text: which sentences are due at a moment, at a speed, with pauses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from workbench.rules.practice.scoring import Heard
from workbench.rules.practice.script import Script, Utterance

SPEEDS: Final = (1, 4)


class Player:
    """A call that goes on while it is not paused. ``clock`` gives seconds that never go back."""

    def __init__(self, script: Script, clock: Callable[[], float]) -> None:
        self.script = script
        self.clock = clock
        self.heard: list[Heard] = []
        self.speed = SPEEDS[0]
        self.running = False
        self._passed = 0.0
        self._since = 0.0

    @property
    def second(self) -> float:
        """The second of the call that it is now."""
        going = (self.clock() - self._since) * self.speed if self.running else 0.0
        return min(self._passed + going, self.script.seconds)

    @property
    def ended(self) -> bool:
        """Whether the call is over."""
        return self.second >= self.script.seconds

    def run(self, *, on: bool) -> None:
        """Go on, or pause."""
        self._passed, self._since, self.running = self.second, self.clock(), on

    def change_speed(self, speed: int) -> None:
        """Go on at another speed."""
        self.run(on=self.running)
        self.speed = speed

    def due(self) -> list[Utterance]:
        """The sentences that have become due since they were last asked for; they are heard now."""
        second, now = self.second, self.clock()
        fresh = [each for each in self.script.utterances[len(self.heard) :] if each.at <= second]
        self.heard += [Heard(each, now) for each in fresh]
        return fresh
