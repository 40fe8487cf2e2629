"""When the tasks of a stage come, as data for a picture; the table of tasks stands beside it."""

from msgspec import Struct


class Strand(Struct, frozen=True):
    """One task of a timeline: its name, and its runs of days as (days from the start, length).

    ``late``: it begins so late that its name ends at the right edge.
    """

    label: str
    runs: tuple[tuple[int, int], ...]
    late: bool = False


class Timeline(Struct, frozen=True):
    """The tasks of a stage over its days; the table of tasks stands beside it."""

    title: str
    strands: tuple[Strand, ...]
    days: int
    ticks: tuple[tuple[int, str], ...]
    """(days from the start, label)"""
    kind: str = "timeline"
