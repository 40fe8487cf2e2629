"""How much work own templates may make: turns, characters, and processor time as a last resort."""

from time import process_time

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
            self.spend(len(value))
        elif not isinstance(value, int | float | None):
            self.spend(_OFTEN)
