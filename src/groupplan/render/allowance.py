"""How much work own templates may make: turns, characters, and processor time as a last resort."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from time import process_time
from typing import Never

from groupplan.model import limits
from groupplan.model.finding import Words, say

_OFTEN = 1024
"""Turns between two looks at the clock."""
_CHEAP = 16
"""Characters looked at for the price of one."""


class Fault(Exception):
    """What an own template must not or cannot do; its place is found by whoever catches it."""

    def __init__(self, slug: str, words: Words, hint: Words | None = None) -> None:
        super().__init__(words.key)
        self.slug = slug
        self.words = words
        self.hint = hint


def over(words: Words) -> Fault:
    """A limit that was reached."""
    return Fault("template-over-limit", words)


def weight(value: tuple[object, ...] | list[object] | dict[object, object], cheap: int = 1) -> int:
    """What it costs to go through a list and the texts in it, however deep they stand."""
    total, stack = 0, [value]
    while stack:
        inside = stack.pop()
        total += len(inside)
        for one in inside.values() if isinstance(inside, dict) else inside:
            if isinstance(one, str):
                total += len(one) // cheap
            elif isinstance(one, tuple | list | dict):
                stack.append(one)
        if total > limits.TEMPLATE_CHARACTERS:
            break
    return total


class Budget:
    """Counts for one document at a time; the counts are the same on every machine."""

    def __init__(self) -> None:
        self.anew()

    def anew(self) -> None:
        """Another document begins."""
        self.steps = 0
        self.characters = 0
        self._until = process_time() + limits.TEMPLATE_SECONDS

    def step(self, weight: int = 0) -> str:
        """One turn of a loop, or one call, that puts out so many characters of the template itself."""
        self.steps += 1
        if self.steps > limits.TEMPLATE_STEPS:
            raise over(say("template-many-steps", most=f"{limits.TEMPLATE_STEPS:,}"))
        if self.steps % _OFTEN == 0 and process_time() > self._until:
            raise over(say("template-slow", most=limits.TEMPLATE_SECONDS))
        self.spend(weight)
        return ""

    def spend(self, characters: int) -> None:
        """Characters that are about to be put together."""
        self.characters += characters
        if self.characters > limits.TEMPLATE_CHARACTERS:
            raise over(say("template-many-characters", most=f"{limits.TEMPLATE_CHARACTERS:,}"))

    def look(self, value: object) -> None:
        """A value that is gone through from end to end."""
        if isinstance(value, str):
            self.spend(len(value) // _CHEAP)
        elif isinstance(value, tuple | list | dict):
            self.spend(weight(value, _CHEAP))
        elif not isinstance(value, int | float | None):
            self.spend(_OFTEN)


@contextmanager
def stopped_late() -> Iterator[None]:
    """A hard stop after too much processor time, where the platform can; between two calls into C."""
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return

    def stop(*_: object) -> Never:
        raise over(say("template-slow", most=limits.TEMPLATE_SECONDS))

    handler = signal.signal(signal.SIGVTALRM, stop)
    timer = signal.setitimer(signal.ITIMER_VIRTUAL, limits.TEMPLATE_SECONDS, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, *timer)
        signal.signal(signal.SIGVTALRM, handler)
