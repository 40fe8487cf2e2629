"""A plan's Markdown as a permissive reader sees it: CommonMark with tables, HTML allowed."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

READER = MarkdownIt("commonmark", {"html": True}).enable("table")
MEANING = {
    "html_block",
    "html_inline",
    "link_open",
    "image",
    "heading_open",
    "hr",
    "code_block",
    "code_inline",
    "fence",
}
"""Tokens that the text of a brief must never make."""
BREAK = "<br>"
"""What a line break within a cell becomes."""
_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
Table = list[list[str]]


def parsed(body: str) -> list[Token]:
    """The blocks of a document."""
    return READER.parse(body)


def meaning(blocks: list[Token]) -> Counter[str]:
    """How often each token that means something occurs; the line breaks of cells do not count."""
    every = (token for block in blocks for token in (block, *(block.children or ())))
    return Counter(
        f"{token.type} {token.tag}" for token in every if token.type in MEANING and token.content != BREAK
    )


def words(line: Token) -> str:
    """The text of a line as it is read."""
    return "".join("\n" if part.content == BREAK else part.content for part in line.children or ())


def headings(blocks: list[Token]) -> list[tuple[str, str]]:
    """Every heading: its level and its words."""
    return [(a.tag, words(b)) for a, b in pairwise(blocks) if a.type == "heading_open"]


def fences(blocks: list[Token]) -> list[str]:
    """What stands in the fenced blocks, without the last line's end."""
    return [
        token.content.removesuffix("\n") for token in blocks if token.type == "fence" and token.info == "text"
    ]


def tables(blocks: list[Token]) -> list[Table]:
    """The cells of every table, its head first."""
    found: list[Table] = []
    for token, inside in pairwise(blocks):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in ("th_open", "td_open"):
            found[-1][-1].append(words(inside))
    return found


def widths(body: str, blocks: list[Token]) -> Iterator[set[int]]:
    """For each table, the numbers of bars in its lines: a reader hides surplus cells, the text does not."""
    lines = body.split("\n")
    for token in blocks:
        if token.type == "table_open" and token.map:
            yield {len(_BAR.findall(line)) for line in lines[slice(*token.map)]}


def read(blocks: list[Token]) -> str:
    """All words of a document outside its fences."""
    return "\n".join(words(token) for token in blocks if token.type == "inline")
