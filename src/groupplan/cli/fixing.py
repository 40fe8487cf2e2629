"""`check --fix`, `--diff`, `--unsafe-fixes`: what can be mended is marked, shown, or written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePath

from groupplan.cli import output
from groupplan.cli.briefs import File, is_document
from groupplan.cli.changing import difference, stored
from groupplan.cli.choices import Chosen
from groupplan.cli.judge import Heap, judge
from groupplan.cli.judge import Judged as Found
from groupplan.cli.surroundings import Surroundings
from groupplan.cli.trouble import guarded
from groupplan.mend import Judged, Mended, Pair, mend, mended, modeline
from groupplan.messages import sentence
from groupplan.model.edit import Fix
from groupplan.model.finding import Finding, Words
from groupplan.model.source import Origin, Source

PASSES = 4
"""A playbook that was mended may show what is wrong in a brief; so often all files are gone through."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done with fixes: written, shown as a diff, or only marked."""

    fix: bool = False
    diff: bool = False
    unsafe: bool = False


class Fixing(Heap):
    """Files judged, and mended where that was asked for."""

    def __init__(self, chosen: Chosen, encoding: str, order: Order, around: Surroundings) -> None:
        super().__init__(chosen, encoding)
        self._order, self._around = order, around
        self._stdin: File | None = None
        self._there: set[str] = set()
        self.fixed = 0
        self.marks: dict[tuple[Origin, Words], Fix] = {}
        """What `--fix` would mend, each proved by trying."""
        self.hidden = 0
        """What it would mend only with `--unsafe-fixes`."""

    def through(self, names: Sequence[str]) -> list[int]:
        """Mend what is to be mended, then judge what is to be reported; an exit code for each step."""
        if not (self._order.fix or self._order.diff):
            return [guarded(partial(self.add, name), self._around) for name in names]
        codes = self._mended(names)
        self._tell(names)
        if self._order.diff:
            return [*codes, 1 if self.fixed else 0]
        left = [name for name in names if name in self._there]
        return [*codes, *(guarded(partial(self.add, name), self._around) for name in left)]

    def opened(self, name: str) -> File:
        """A file of that name; standard input is read once."""
        if name != "-":
            return super().opened(name)
        self._stdin = self._stdin or super().opened(name)
        return self._stdin

    def put(self, file: File) -> Found:
        """Judge a file and mark in it what can be mended."""
        found, seen = super().put(file)
        source = seen.get(file.name) or Source(file.name)
        before = Judged(file.raw, tuple(found), source)
        first = dict(self._offered(before, unsafe=True))
        for unsafe in (False, True) if first else ():
            for finding, _ in self._run(file, before, unsafe=unsafe).fixed:
                self._mark(finding, first.get(finding), hidden=unsafe and not self._order.unsafe)
        return found, seen

    def _mark(self, finding: Finding, fix: Fix | None, *, hidden: bool) -> None:
        """Note a fix of what was found in the file as it is; later rounds may have found more."""
        place = (finding.origin, finding.words)
        if fix is not None and place not in self.marks:
            self.hidden += hidden
            if not hidden:
                self.marks[place] = fix

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
        file = self.opened(name)
        self._there.add(name)
        if file.path is not None and is_document(file.path, file.raw):
            return 0
        after = self._run(file, self._judged(file, file.raw), unsafe=self._order.unsafe, beside=_beside(file))
        if not after.fixed:
            return 0
        self.fixed += len(after.fixed)
        if self._order.diff:
            self._show(file, after)
            return 0
        if file.path is None:
            self._stdin = replace(file, raw=after.file.raw)
        else:
            stored(file, file.path, after.file.raw)
        for pair in sorted(after.fixed, key=lambda pair: _line(pair[1])):
            self._told(name, pair)
        return 0

    def _show(self, file: File, after: Mended) -> None:
        """The lines that would change; another encoding changes none and is said."""
        shown = difference(file, after, self._encoding, self._around)
        if shown:
            output.out(shown)
        for pair in after.fixed:
            if pair[1].encoding:
                self._told(file.name, pair)

    def _run(
        self, file: File, before: Judged, *, unsafe: bool, beside: frozenset[str] = frozenset()
    ) -> Mended:
        def offer(now: Judged) -> list[Pair]:
            return [*self._offered(now, unsafe=unsafe), *modeline(now.source, beside)]

        return mended(before, partial(self._judged, file), offer, encoding=self._encoding)

    def _offered(self, now: Judged, *, unsafe: bool) -> list[Pair]:
        pairs = mend(now.findings, now.source)
        return [(f, fix) for f, fix in pairs if (unsafe or fix.safe) and self._chosen.holds(f, now.source)]

    def _judged(self, file: File, raw: bytes) -> Judged:
        found, seen = judge(replace(file, raw=raw), self._encoding)
        return Judged(raw, tuple(found), seen.get(file.name) or Source(file.name))

    def _told(self, name: str, pair: Pair) -> None:
        finding, fix = pair
        words = sentence(fix.words, self._around.lang)
        place = f"{name}:{_line(fix)}: {finding.code}".rstrip(": ")
        output.err(self._around.clean(self._around.say("fixing.fixed", place=place, words=words)))

    def _tell(self, names: Sequence[str]) -> None:
        key = "would" if self._order.diff else "total"
        output.err(self._around.say(f"fixing.{key if self.fixed else 'nothing'}", count=self.fixed))
        if self._order.fix and not self._order.diff and "-" in names and self._stdin is not None:
            output.raw(self._stdin.raw)


def _line(fix: Fix) -> int:
    return fix.edits[0].line if fix.edits else 1


def _beside(file: File) -> frozenset[str]:
    """The schemas that lie in a file's folder."""
    found = ("brief.schema.json", "playbook.schema.json") if file.path is not None else ()
    return frozenset(name for name in found if (file.folder / name).is_file())
