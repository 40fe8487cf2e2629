"""Values taken out of a table of settings; what is wrong with them is gathered."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from groupplan.configure.toml import Table
from groupplan.model import limits
from groupplan.model.codes import did_you_mean
from groupplan.model.finding import Words, say
from groupplan.model.settings import FILE, Codes, Given, Glob, Known, Where, meant, unsilenced

_ODD_GLOB = re.compile(r"\A/|\A[A-Za-z]:|\\|\A\s*\Z|(?:\A|/)\.\.(?:/|\Z)|\0")
_LONGEST = 200


class Values:
    """Takes values out of a table; what is wrong with them is gathered."""

    def __init__(self, table: Table, folder: str, known: Known) -> None:
        self.table = table
        self._folder = folder
        self._known = known
        self.problems: list[Words] = []

    def down(self, path: str, data: object) -> "Values | None":
        """The values of a table inside, whose mistakes count here; None when it is no table."""
        if not isinstance(data, dict):
            return None
        inner = Values(self.table.down(path, data), self._folder, self._known)
        inner.problems = self.problems
        return inner

    def wrong(self, words: Words) -> None:
        """Note a mistake."""
        self.problems.append(words)

    def about(self, key: str) -> dict[str, str]:
        """Where a key stands, and its name with the tables it lies in."""
        return {"place": self.table.place(key), "key": self.table.named(key)[: limits.SHOWN]}

    def keys(self, known: tuple[str, ...]) -> None:
        """Note every key nobody reads."""
        for key in self.table.data:
            if key in known:
                continue
            hint = did_you_mean(key.replace("_", "-"), known)
            if hint:
                self.wrong(say("config-unknown-key-near", near=dict(hint.gaps)["name"], **self.about(key)))
            else:
                self.wrong(say("config-unknown-key", known=" ".join(known), **self.about(key)))

    def given(self, key: str, value: object) -> Given[Any]:
        """A value with its place."""
        return Given(value, self.where(key))

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value = self.table.data.get(key, "")
        if isinstance(value, str) and value.strip() and "\0" not in value:
            return value
        self.wrong(say("config-no-text", **self.about(key)))
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A text, or a list of them."""
        value = self.table.data.get(key, [])
        found = [value] if isinstance(value, str) else value
        if isinstance(found, list) and all(isinstance(one, str) and one and "\0" not in one for one in found):
            return tuple(found)
        self.wrong(say("config-no-texts", **self.about(key)))
        return ()

    def choice(self, key: str, options: Iterable[str]) -> str:
        """One of some words."""
        value, words = self.table.data.get(key), tuple(options)
        if isinstance(value, str) and value in words:
            return value
        self.wrong(say("config-no-choice", known=" ".join(words), **self.about(key)))
        return ""

    def words(self, key: str, options: Collection[str]) -> tuple[str, ...]:
        """Some of a few words."""
        found = self.texts(key)
        if not set(found) <= set(options):
            self.wrong(say("config-no-choice", known=" ".join(options), **self.about(key)))
        return found

    def codes(self, key: str) -> Codes:
        """Codes that exist; under ``ignore`` only such as can be left out."""
        found = self.texts(key)
        for code in found:
            self.code(key, code, always=key == "ignore")
        return found

    def globs(self, key: str) -> tuple[Glob, ...]:
        """Patterns of paths below the folder of the file."""
        found = self.texts(key)
        for text in found:
            if _ODD_GLOB.search(text) or len(text) > _LONGEST:
                self.wrong(say("config-bad-glob", text=text[: limits.SHOWN], **self.about(key)))
        return tuple(Glob(self._folder, text.removeprefix("./")) for text in found)

    def code(self, key: str, code: str, *, always: bool) -> None:
        """Note a code nobody knows; with ``always`` also one that nothing silences or softens."""
        known = self._known.codes
        if not meant(code, known):
            hint = did_you_mean(code, tuple(known))
            near = dict(hint.gaps)["name"] if hint else "GP204"
            self.wrong(say("config-no-such-code", code=code[: limits.SHOWN], near=near, **self.about(key)))
        elif always and unsilenced(code, known):
            self.wrong(say("config-always-shown", code=code[: limits.SHOWN], **self.about(key)))

    def where(self, key: str) -> Where:
        """Where a key stands."""
        return Where(FILE, self.table.file, self.table.line(key))
