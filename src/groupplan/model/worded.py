"""Every text of a plan, filled for its own place and day."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from msgspec import Struct, field

from groupplan.model.source import Origin

_BLANK = re.compile(r"【([^【】]{1,40})】|\[([^\[\]]{1,40})\](?!\()")


class Message(Struct, frozen=True):
    """A script as it is pasted for one occurrence. ``blanks`` is what only the day itself will know."""

    script: str
    name: str
    recipient: str
    text: str
    blanks: tuple[str, ...]
    skeleton: str = ""
    """The text with dates, hours and day numbers left open: equal for posts that differ in nothing else."""

    @property
    def length(self) -> int:
        """Characters."""
        return len(self.text)


def blanks(text: str, language: str) -> tuple[str, ...]:
    """What the sender fills in: 【…】 in Chinese texts, […] in English ones."""
    if "【" not in text and "[" not in text:
        return ()
    found = [zh or en for zh, en in _BLANK.findall(text) if (zh if language == "zh-CN" else en)]
    return tuple(dict.fromkeys(found))


class Gap(Struct, frozen=True):
    """A text that could not be filled: the slot without a value, or ("") the missing translation."""

    origin: Origin
    slot: str
    item: str


class Line(Struct, frozen=True):
    """One line of a newcomer's chat. ``side`` is ``team``, ``member`` or ``group``; ``task`` may be ""."""

    at: datetime
    who: str
    text: str
    side: str
    task: str = ""


class Transcript(Struct, frozen=True):
    """The first 72 hours of one newcomer: ``joiner`` is ``talking`` or ``silent``."""

    joiner: str
    joined: datetime
    lines: tuple[Line, ...]


def _silent(task: str, day: date) -> None:
    """Nothing is said."""


class Worded(Struct, frozen=True):
    """Texts by (section, key, field); messages by (task key, number), number 0 for a touch."""

    texts: Mapping[tuple[str, str, str], str]
    messages: Mapping[tuple[str, int], Message]
    spare: tuple[Message, ...] = ()
    """Scripts no task posts: for the day something happens."""
    gaps: tuple[Gap, ...] = ()
    transcripts: tuple[Transcript, ...] = ()
    bounds: Mapping[tuple[str, int], int] = field(default_factory=dict)
    """By key of a message, a number of characters it does not pass: known before its words are."""
    touched: Callable[[str, date], Message | None] = _silent
    """The words of a step after joining as they are said on a day: by the stand-in while somebody is away."""

    def text(self, section: str, key: str, field: str) -> str:
        """A filled text, "" where the item has none."""
        return self.texts.get((section, key, field), "")

    def list(self, section: str, key: str, field: str) -> tuple[str, ...]:
        """The filled texts of a list, in order."""
        found: list[str] = []
        while (section, key, f"{field}.{len(found)}") in self.texts:
            found.append(self.texts[section, key, f"{field}.{len(found)}"])
        return tuple(found)
