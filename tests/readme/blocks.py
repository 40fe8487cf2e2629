"""What a README holds: fenced blocks, headings, tables, and parts between markers that are made."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).parent.parent.parent
_FENCE = re.compile(r"^```(\w*)(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,4}) (.+)$", re.MULTILINE)
_EXIT = re.compile(r"\s+# (?:exit|退出码) (\d+)$")
_RUN = re.compile(r"run: (groupplan .+)$")


class Block(Struct, frozen=True):
    """A fenced block: its language, the file it is (a part of), its words, its line in the README."""

    language: str
    file: str
    text: str
    line: int


class Command(Struct, frozen=True):
    """A command with the exit code and the output the README shows; no output shown, none compared."""

    words: str
    code: int
    output: str
    line: str
    """As it stands in the README, remark and all."""


def blocks(text: str) -> tuple[Block, ...]:
    """The fenced blocks in their order."""
    return tuple(
        Block(match[1], match[2] or "", match[3], text.count("\n", 0, match.start()) + 1)
        for match in _FENCE.finditer(text)
    )


def headings(text: str) -> tuple[tuple[int, str], ...]:
    """Level and words of each heading outside fenced blocks."""
    bare = _FENCE.sub("", text)
    return tuple((len(match[1]), match[2].strip()) for match in _HEADING.finditer(bare))


def commands(block: Block) -> Iterator[Command]:
    """The commands of a block: lines after ``$`` in a console, `run:` lines of a CI recipe, lines in `sh`."""
    if block.language == "console":
        for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            words, _, output = part.partition("\n")
            yield _command(words, output)
    elif block.language == "sh":
        yield from (_command(line, "") for line in block.text.splitlines() if line.strip())
    elif block.language == "yaml":
        found = (_RUN.search(line) for line in block.text.splitlines())
        yield from (_command(match[1], "") for match in found if match)


def _command(words: str, output: str) -> Command:
    match = _EXIT.search(words)
    return Command(_EXIT.sub("", words).strip(), int(match[1]) if match else 0, output, words)


def made(text: str, name: str) -> str:
    """What stands between the markers ``<!-- NAME:begin -->`` and ``<!-- NAME:end -->``."""
    begin, end = _markers(name)
    assert text.count(begin) == text.count(end) == 1, f"no markers of {name}"
    return text.partition(begin)[2].partition(end)[0].strip("\n")


def remade(text: str, name: str, part: str) -> str:
    """The text with another part between the markers."""
    begin, end = _markers(name)
    before, _, rest = text.partition(begin)
    return f"{before}{begin}\n\n{part}\n\n{end}{rest.partition(end)[2]}"


def _markers(name: str) -> tuple[str, str]:
    return f"<!-- {name}:begin -->", f"<!-- {name}:end -->"


def table(text: str, heading: str) -> list[list[str]]:
    """The rows, without head and rule, of the first table below a heading."""
    below = text.partition(f"# {heading}\n")[2]
    lines = re.search(r"(?:^\|.*\n?)+", below, re.MULTILINE)
    assert lines, f"no table below {heading}"
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[0].splitlines()[2:]]


def ticked(cell: str) -> list[str]:
    """The texts in backticks of a cell."""
    return re.findall(r"`([^`]+)`", cell)
