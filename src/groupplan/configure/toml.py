"""A TOML file or a section of one, with the line of each key, which its parser does not tell."""

import re
from typing import Any

from msgspec import Struct, field

from groupplan.model.finding import Words, say

BYTES = 64 * 1024
_TABLE = re.compile(r"\s*\[(\[?)\s*([^\]]+?)\s*\]")
_PART = r"(?:[\w-]+|\"[^\"]*\"|'[^']*')"
_KEY = re.compile(rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*=")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


class Table(Struct, frozen=True):
    """Keys and values, the file as it is shown, and on which line each key stands."""

    file: str
    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    path: str = ""

    def down(self, path: str, data: dict[str, Any]) -> "Table":
        """A table inside."""
        return Table(self.file, data, self.lines, self.named(path))

    def named(self, key: str) -> str:
        """A key with the tables it lies in."""
        return ".".join(part for part in (self.path, key) if part)

    def line(self, key: str) -> int:
        """The line of a key, or of the table when it is nowhere; 0 when that is not known either."""
        return self.lines.get(self.named(key)) or self.lines.get(self.path, 0)

    def place(self, key: str) -> str:
        """File and line."""
        line = self.line(key)
        return f"{self.file}:{line}" if line else self.file


def table(raw: bytes, file: str, section: str) -> Table | Words | None:
    """The section of a file; None when the file has none; words when it cannot be read."""
    if len(raw) > BYTES:
        return say("config-too-large", place=file, most=BYTES)
    import tomllib

    try:
        text = raw.decode("utf-8-sig")
        data: Any = tomllib.loads(text)
    except UnicodeDecodeError:
        return say("config-not-utf8", place=file)
    except (ValueError, RecursionError) as error:
        found = _PLACE.search(str(error))
        return say("config-no-toml", place=f"{file}:{found[1]}:{found[2]}" if found else file)
    for step in filter(None, section.split(".")):
        data = data.get(step) if isinstance(data, dict) else None
    if data is None:
        return None
    if not isinstance(data, dict):
        return say("config-no-table", place=file, section=section)
    return Table(file, data, _lines(text, section))


def _lines(text: str, section: str) -> dict[str, int]:
    """Dotted key inside the section → 1-based line; entries of a list of tables by their number."""
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    around = ""
    for number, row in enumerate(text.splitlines(), 1):
        head, key = _TABLE.match(row), _KEY.match(row)
        if key:
            _note(found, f"{around}.{_plain(key[1])}", section, number)
        elif head and not row.rstrip().endswith(","):
            around = _plain(head[2])
            if head[1]:
                counts[around] = counts.get(around, -1) + 1
                around = f"{around}.{counts[around]}"
            _note(found, around, section, number)
    return found


def _note(found: dict[str, int], path: str, section: str, number: int) -> None:
    """The line of a key is also that of the tables it lies in, unless they came before."""
    path = path.removeprefix(".")
    if section and not path.startswith(f"{section}."):
        return
    steps = path.removeprefix(f"{section}.").split(".")
    for end in range(1, len(steps) + 1):
        found.setdefault(".".join(steps[:end]), number)


def _plain(key: str) -> str:
    return re.sub(r"\s*\.\s*", ".", re.sub(r"[\"']", "", key))
