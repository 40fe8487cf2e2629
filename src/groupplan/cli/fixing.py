"""`check --fix`, `--diff`, `--unsafe-fixes`: what can be mended is shown, or written."""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from groupplan.cli import output
from groupplan.cli.briefs import File, is_document
from groupplan.cli.changing import difference, stored
from groupplan.cli.heap import Heap
from groupplan.cli.judge import judge
from groupplan.cli.marking import after, offered
from groupplan.cli.surroundings import Surroundings
from groupplan.cli.trouble import guarded
from groupplan.mend import Judged, Mended, Pair, mended, modeline
from groupplan.messages import sentence
from groupplan.model.edit import Fix

PASSES = 4
"""A playbook that was mended may show what is wrong in a brief; so often all files are gone through."""


class Order(Struct, frozen=True):
    """What is to be done with fixes: written, or shown as a diff; those that change the meaning too."""

    diff: bool = False
    unsafe: bool = False


class Fixing:
    """Files mended, or what that would change."""

    def __init__(self, heap: Heap, order: Order, around: Surroundings) -> None:
        self._heap, self._order, self._around = heap, order, around
        self._encoding = heap.encoding
        self._there: set[str] = set()
        self.fixed = 0

    def through(self, names: Sequence[str]) -> list[int]:
        """Mend what is to be mended; an exit code for each file."""
        codes = self._mended(names)
        self._tell(names)
        return [*codes, 1 if self.fixed else 0] if self._order.diff else codes

    def left(self, names: Sequence[str]) -> list[str]:
        """The files that are there to be judged."""
        return [name for name in names if name in self._there]

    def _mended(self, names: Sequence[str]) -> list[int]:
        """Playbooks first, since briefs are judged with them; a file that made trouble is left alone."""
        ordered = sorted(names, key=lambda name: PurePath(name).parent.name != "playbooks")
        codes: dict[str, int] = {}
        for _ in range(1 if self._order.diff else PASSES):
            before = self.fixed
            for name in ordered:
                codes[name] = codes.get(name) or guarded(partial(self._mend, name), self._around)
            if self.fixed == before:
                break
        return list(codes.values())

    def _mend(self, name: str) -> int:
        file = self._heap.opened(name)
        self._heap.stdin = file if file.path is None else self._heap.stdin
        self._there.add(name)
        if file.path is not None and is_document(file.path, file.raw):
            return 0
        found = self._run(file)
        if not found.fixed:
            return 0
        self.fixed += len(found.fixed)
        if self._order.diff:
            self._show(file, found)
            return 0
        if file.path is None:
            self._heap.stdin = replace(file, raw=found.file.raw)
        else:
            stored(file, file.path, found.file.raw)
        for pair in sorted(found.fixed, key=lambda pair: _line(pair[1])):
            self._told(name, pair)
        return 0

    def _show(self, file: File, found: Mended) -> None:
        """The lines that would change; another encoding changes none and is said."""
        shown = difference(file, found, self._encoding, self._around)
        if shown:
            output.out(shown)
        for pair in found.fixed:
            if pair[1].encoding:
                self._told(file.name, pair)

    def _run(self, file: File) -> Mended:
        judged = partial(after, file, partial(judge, encoding=self._encoding))
        beside = _beside(file)

        def offer(now: Judged) -> list[Pair]:
            return [*self._offered(now), *modeline(now.source, beside)]

        return mended(judged(file.raw), judged, offer, encoding=self._encoding)

    def _offered(self, now: Judged) -> list[Pair]:
        """What settings show and no comment silences."""
        pairs = offered(now, unsafe=self._order.unsafe)
        return [(finding, fix) for finding, fix in pairs if self._heap.chosen.holds(finding, now.source)]

    def _told(self, name: str, pair: Pair) -> None:
        finding, fix = pair
        words = sentence(fix.words, self._around.lang)
        place = f"{name}:{_line(fix)}: {finding.code}".rstrip(": ")
        output.err(self._around.clean(self._around.say("fixing.fixed", place=place, words=words)))

    def _tell(self, names: Sequence[str]) -> None:
        key = "would" if self._order.diff else "total"
        output.err(self._around.say(f"fixing.{key if self.fixed else 'nothing'}", count=self.fixed))
        if not self._order.diff and "-" in names and self._heap.stdin is not None:
            output.raw(self._heap.stdin.raw)


def _line(fix: Fix) -> int:
    return fix.edits[0].line if fix.edits else 1


def _beside(file: File) -> frozenset[str]:
    """The schemas that lie in a file's folder."""
    found = ("brief.schema.json", "playbook.schema.json") if file.path is not None else ()
    return frozenset(name for name in found if (file.folder / name).is_file())
