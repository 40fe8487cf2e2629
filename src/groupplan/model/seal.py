"""The seal in a plan's footer: from which brief and inputs it was made, and whether it was edited."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from groupplan.model.notes import without_notes

FORMAT = 1
_SEAL = re.compile(
    r"<!-- groupplan-seal format=(\d{1,4}) brief=(\S{1,2000}) inputs=([0-9a-f]{64}) body=([0-9a-f]{64})"
    r" version=([0-9A-Za-z.+-]{1,40}) -->"
)


@dataclass(frozen=True, slots=True)
class Seal:
    """What the footer of a plan says. ``brief`` is a path relative to the plan, with ``/``."""

    format: int
    brief: str
    inputs: str
    body: str
    version: str

    def line(self) -> str:
        """The footer, one HTML comment."""
        brief = quote(self.brief, safe="/._").replace("--", "-%2D")
        return (
            f"<!-- groupplan-seal format={self.format} brief={brief} inputs={self.inputs}"
            f" body={self.body} version={self.version} -->"
        )


def find(text: str) -> Seal | None:
    """The seal of a document: the last line that is one."""
    lines = [line.strip() for line in text.splitlines()[-5:]]
    for line in reversed(lines):
        match = _SEAL.fullmatch(line)
        if match:
            return Seal(int(match[1]), unquote(match[2]), match[3], match[4], match[5])
    return None


def body_of(text: str) -> str:
    """A document without notes, seal and trailing blank lines: what the seal's hash is made of."""
    lines = [line for line in without_notes(text).split("\n") if not _SEAL.fullmatch(line.strip())]
    return "\n".join(lines).rstrip("\n") + "\n"


def digest(text: str) -> str:
    """SHA-256 of a text, in hex."""
    import hashlib  # OpenSSL behind it costs as much as two interpreters

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def edited(text: str, seal: Seal) -> bool:
    """Whether a document was changed outside its notes."""
    return digest(body_of(text)) != seal.body
