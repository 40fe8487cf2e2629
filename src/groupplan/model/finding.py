"""What a check has to say: a place, words from the catalogue, and related places."""

from enum import IntEnum

from msgspec import Struct, field

from groupplan.model.source import Origin


class Severity(IntEnum):
    """How much a finding weighs; ordered, so that the worst is the largest."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The level as it is written in reports: ``error``, ``warning``, ``note``."""
        return self.name.lower()


class Words(Struct, frozen=True):
    """A key of the message catalogue and what goes into its gaps; put into a language at the edge."""

    key: str
    gaps: tuple[tuple[str, str], ...] = ()


def say(key: str, /, **gaps: object) -> Words:
    """Words by catalogue key."""
    return Words(key, tuple((name, str(value)) for name, value in gaps.items()))


class Finding(Struct, frozen=True):
    """One thing that is not as it should be.

    A rule gives origin and words; code, level and slug are stamped by the engine that ran it.
    """

    origin: Origin
    words: Words
    hint: Words | None = None
    related: tuple[Origin, ...] = ()
    code: str = ""
    slug: str = ""
    severity: Severity = field(default=Severity.WARNING)
