"""Names of files made from people's words: safe on every system, and no two alike."""

import re
import unicodedata

LONGEST = 120
"""Bytes of a name without its ending: room for a number, an ending and the shortest limits there are."""
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE
)


def file_name(words: str, instead: str) -> str:
    """Words as a name: no sign that a system forbids, hides or obeys; ``instead`` where nothing is left."""
    shown = unicodedata.normalize("NFC", words.encode("utf-8", "replace").decode("utf-8"))
    name = " ".join("".join(_sign(sign) for sign in shown.replace(": ", " - ")).split())
    name = _cut(name.strip(" .-~"), LONGEST).strip(" .") or instead
    return f"_{name}" if _DEVICE.match(name) else name


def _sign(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind.startswith("Z") or kind == "Cc":
        return " "
    return "-" if sign in _FORBIDDEN else "" if kind.startswith("C") else sign


def _cut(name: str, most: int) -> str:
    """At most so many bytes, and no character cut."""
    return name.encode()[:most].decode("utf-8", "ignore")


class Names:
    """Names given so far: the next like one of them gets a number."""

    def __init__(self, *taken: str) -> None:
        self._taken = {_alike(name) for name in taken}

    def free(self, name: str, suffix: str = "") -> str:
        """The name with its ending, numbered where another differs from it in case or form alone."""
        found, number = f"{name}{suffix}", 2
        while _alike(found) in self._taken:
            found, number = f"{name} ({number}){suffix}", number + 1
        self._taken.add(_alike(found))
        return found


def _alike(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
