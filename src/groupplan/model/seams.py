"""What stands between the fields of a line, in the two languages."""

from collections.abc import Iterable
from itertools import pairwise

from groupplan.model.formats import chinese


def dotted(parts: Iterable[str], language: str) -> str:
    """Fields of a line, empty ones left out: ``群主·每群 3 分钟`` or ``Host · 3 min a group``.

    A Chinese line is spaced, too, where two fields meet and neither sign is Chinese: ``plan.txt · 20:00``.
    """
    found = [part for part in parts if part]
    bare = any(not (_east(left[-1]) or _east(right[0])) for left, right in pairwise(found))
    return ("·" if chinese(language) and not bare else " · ").join(found)


def _east(sign: str) -> bool:
    return "\u3000" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef"
