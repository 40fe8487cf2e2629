"""When the tasks of a stage come, as data for a picture; the table of tasks stands beside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strand:
    """One task of a timeline: its name, and its runs of days as (days from the start, length).

    ``late``: it begins so late that its name ends at the right edge.
    """

    label: str
    runs: tuple[tuple[int, int], ...]
    late: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The tasks of a stage over its days; the table of tasks stands beside it."""

    title: str
    strands: tuple[Strand, ...]
    days: int
    ticks: tuple[tuple[int, str], ...]
    """(days from the start, label)"""
    kind: str = "timeline"
