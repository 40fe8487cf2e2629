"""Notes people write into a Markdown plan, between ``<!-- notes:ID -->`` and ``<!-- /notes -->``.

Markers count only on a line of their own and outside fenced blocks, so that no script text is a note.
"""

import re
from collections.abc import Mapping

_OPEN = re.compile(r"<!-- notes:([a-z0-9_-]{1,60}) -->\Z")
_CLOSE = "<!-- /notes -->"
_LOST, _LOST_END = "<!-- lost-notes -->", "<!-- /lost-notes -->"
_FENCE = re.compile(r"(`{3,})")


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


def _walk(text: str) -> list[tuple[str, str, str]]:
    """Each line with what it is: ``text``, ``open``, ``note``, ``close``, ``lost``; and the note's id."""
    found: list[tuple[str, str, str]] = []
    note = fence = ""
    lost = False
    for line in _lines(text):
        bare = line.strip()
        if note:
            found.append(("close", note, line) if bare == _CLOSE else ("note", note, line))
            note = "" if bare == _CLOSE else note
            continue
        mark = _FENCE.match(line)
        if mark and (not fence or (bare == fence)):
            fence = "" if fence else mark[1]
        opened = None if fence else _OPEN.match(bare)
        if opened:
            note = opened[1]
            found.append(("open", note, line))
        elif not fence and bare == _LOST:
            lost = True
            found.append(("lost", "", line))
        elif lost:
            found.append(("lost", "", line))
            lost = bare != _LOST_END
        else:
            found.append(("text", "", line))
    return found


def find(text: str) -> dict[str, str]:
    """The notes of a document by id; empty ones are left out."""
    inner: dict[str, list[str]] = {}
    for kind, name, line in _walk(text):
        if kind == "note":
            inner.setdefault(name, []).append(line)
    joined = {name: "\n".join(lines).strip("\n") for name, lines in inner.items()}
    return {name: words for name, words in joined.items() if words.strip()}


def numbered(text: str) -> list[tuple[int, str]]:
    """The lines outside notes and the appendix of lost ones, each with its number in the document."""
    kept = []
    inside_lost = False
    for number, (kind, _, line) in enumerate(_walk(text), 1):
        bare = line.strip()
        if bare == _LOST and kind == "lost":
            inside_lost = True
        if kind != "note" and not (inside_lost and _furniture(bare)):
            kept.append((number, line))
        if bare == _LOST_END and kind == "lost":
            inside_lost = False
    return kept


def _furniture(line: str) -> bool:
    """Whether a line of the appendix is groupplan's own: anything else somebody wrote there."""
    own = (_LOST, _LOST_END, _CLOSE)
    return not line or line in own or line.startswith(("## ", "### ")) or bool(_OPEN.match(line))


def put(body: str, notes: Mapping[str, str], heading: str) -> str:
    """A fresh body with the notes in their places; those without one go into an appendix."""
    left = dict(notes)
    lines: list[str] = []
    for kind, name, line in _walk(body):
        lines.append(line)
        if kind == "open" and name in left:
            lines += ["", *left.pop(name).split("\n"), ""]
    if left:
        lines = [*"\n".join(lines).rstrip("\n").split("\n"), "", _LOST, "", f"## {heading}", ""]
        for name, words in sorted(left.items()):
            lines += [f"### {name}", "", f"<!-- notes:{name} -->", "", *words.split("\n"), "", _CLOSE, ""]
        lines.append(_LOST_END)
    return "\n".join(lines).rstrip("\n") + "\n"
