"""Which findings count: `--select`, `--ignore`; and options whose words must be known."""

import codecs
from dataclasses import dataclass

from groupplan.check import ALL
from groupplan.model import limits
from groupplan.model.codes import FORM
from groupplan.model.finding import Finding, say
from groupplan.model.refusal import Misuse
from groupplan.report import FORMATS

DOCUMENT_CODES = ("GP901", "GP902", "GP903")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Prefixes of codes (or slugs of house rules) that are shown, and those that are not."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    most: int = limits.BRIEF_BYTES

    @classmethod
    def of(cls, select: list[str] | None, ignore: list[str] | None, form: str, encoding: str) -> "Chosen":
        """The options of a command line; ``Misuse`` for words nobody knows."""
        if form not in FORMATS:
            raise Misuse(say("no-such-format", name=form[:60], known=" ".join(FORMATS)))
        known_encoding(encoding)
        return cls(_codes(select), _codes(ignore))

    def holds(self, finding: Finding) -> bool:
        """Whether a finding is shown. What makes a file unreadable is always shown."""
        if finding.code.startswith("GP0"):
            return True
        if self.select and not finding.code.startswith(self.select):
            return False
        return not (self.ignore and finding.code.startswith(self.ignore))


def known_encoding(name: str) -> None:
    """``Misuse`` for an encoding nobody knows, and for codecs that are no encodings of text."""
    try:
        fine = codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        fine = False
    if not fine:
        raise Misuse(say("no-such-encoding", name=name[:60]))


def _codes(given: list[str] | None) -> tuple[str, ...]:
    known = (*FORM.values(), *(rule.code for rule in ALL), *DOCUMENT_CODES)
    codes = tuple(part.strip() for word in given or () for part in word.split(",") if part.strip())
    for code in codes:
        if "/" not in code and not any(name.startswith(code) for name in known):
            raise Misuse(say("no-such-code", name=code[:60]))
    return codes
