"""The seal in a plan's footer: from which brief and inputs it was made, and whether it was edited.

    <!-- groupplan-seal format=2 brief=… inputs=… parts=brief:1a2b3c4d,playbooks/x.yaml:… body=… version=… -->

Format 1 has no ``parts``. A document for one sort of reader says ``view=boss``; one that says nothing is the
whole plan. What a later format adds is passed over.
"""

import re
from urllib.parse import quote, unquote

from msgspec import Struct

from groupplan.model.notes import numbered
from groupplan.model.views import ALL, VIEWS

FORMAT = 2
OPENING = "<!-- groupplan-seal "
SUFFIXES = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}
"""What sealed documents are called, and the form that means."""
FOOT = 64 * 1024
"""So many bytes at the end of a document surely hold its seal."""
BRIEF = "brief"
"""What the brief is called among the parts: it stays the same when the file is renamed."""
SHORT = 8
"""Hex digits of a part's hash: enough to tell whether it is another text."""
_LONGEST = 16_000
_FOOT_LINES = 5

_LINE = re.compile(r"<!-- groupplan-seal ((?:[a-z]{1,20}=\S+ ){5,20})-->")
_HASH, _NAME = "[0-9a-f]{64}", rf"\S{{1,{_LONGEST}}}"
_NEEDED = {
    "format": "[0-9]{1,4}",
    "brief": _NAME,
    "inputs": _HASH,
    "body": _HASH,
    "version": "[0-9A-Za-z.+-]{1,40}",
}
_PARTS = re.compile(rf"[^\s:,]+:[0-9a-f]{{{SHORT}}}(?:,[^\s:,]+:[0-9a-f]{{{SHORT}}})*")

Parts = tuple[tuple[str, str], ...]
"""What a plan was made of: names as seen from the brief, each with the beginning of its text's SHA-256."""


class Seal(Struct, frozen=True):
    """What the footer of a plan says. ``brief`` is a path relative to the plan, with ``/``."""

    format: int
    brief: str
    inputs: str
    body: str
    version: str
    parts: Parts = ()
    view: str = ALL

    def line(self) -> str:
        """The footer, one HTML comment; parts that do not fit are left out, all of them."""
        parts = ",".join(f"{_quoted(name)}:{short}" for name, short in self.parts)
        named = f" parts={parts}" if 0 < len(parts) <= _LONGEST else ""
        named += f" view={self.view}" if self.view != ALL else ""
        return (
            f"{OPENING}format={self.format} brief={_quoted(self.brief)} inputs={self.inputs}{named}"
            f" body={self.body} version={self.version} -->"
        )


def find(text: str) -> Seal | None:
    """The seal of a document: the last line that is one."""
    return next((mark for line in reversed(_foot(text)) if (mark := _read(line))), None)


def damaged(text: str) -> bool:
    """Whether the foot holds something that was a seal once and is none now."""
    return find(text) is None and any(OPENING.strip() in line for line in _foot(text))


def count(text: str) -> int:
    """How many seals a document has; two after a bad merge, and the last one counts."""
    return sum(1 for line in text.split("\n") if _read(line.strip()))


def lines_of(text: str) -> list[tuple[int, str]]:
    """The lines a seal's hash is made of, each with its number in the document."""
    kept = [pair for pair in numbered(text) if not _read(pair[1].strip())]
    while kept and not kept[-1][1]:
        kept.pop()
    return kept


def body_of(text: str) -> str:
    """A document without notes, seal and trailing blank lines: what the seal's hash is made of."""
    return "\n".join(line for _, line in lines_of(text)) + "\n"


def digest(text: str) -> str:
    """SHA-256 of a text, in hex."""
    import hashlib  # OpenSSL behind it costs as much as two interpreters

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def edited(text: str, seal: Seal) -> bool:
    """Whether a document was changed outside its notes."""
    return digest(body_of(text)) != seal.body


def _foot(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()[-_FOOT_LINES:]]


def _read(line: str) -> Seal | None:
    if not line.startswith(OPENING):
        return None
    match = _LINE.fullmatch(line)
    pairs = [field.split("=", 1) for field in match[1].split()] if match else []
    said = dict(pairs)
    if len(said) != len(pairs) or any(
        not re.fullmatch(form, said.get(key, "")) for key, form in _NEEDED.items()
    ):
        return None
    parts = said.get("parts", "")
    if parts and not (len(parts) <= _LONGEST and _PARTS.fullmatch(parts)):
        return None
    view = said.get("view", ALL)
    if view not in VIEWS or (view == ALL and "view" in said):
        return None
    made = tuple(
        (unquote(name), short) for name, _, short in (one.partition(":") for one in parts.split(","))
    )
    brief = unquote(said["brief"])
    named = made if parts else ()
    return Seal(int(said["format"]), brief, said["inputs"], said["body"], said["version"], named, view)


def _quoted(name: str) -> str:
    return quote(name, safe="/._").replace("--", "-%2D")
