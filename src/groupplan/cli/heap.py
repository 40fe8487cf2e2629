"""All files of a run: what each was judged to be, recalled where nothing it hangs on has changed."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groupplan.cache import Cache
from groupplan.cli.briefs import File, opened
from groupplan.cli.choices import Chosen
from groupplan.cli.hands import spread
from groupplan.cli.progress import counting
from groupplan.cli.surroundings import Surroundings
from groupplan.cli.trouble import guarded
from groupplan.files import Looks, looking
from groupplan.model import limits
from groupplan.model.edit import Fix
from groupplan.model.seal import SUFFIXES
from groupplan.model.source import Source
from groupplan.model.stored import Plain, merged, restored, stored
from groupplan.model.verdict import Choice, Mark, Verdict

if TYPE_CHECKING:
    from groupplan.press import Press


class Heap:
    """Files judged one after the other, or by several processes; what is shown is chosen afterwards."""

    def __init__(
        self,
        chosen: Chosen,
        around: Surroundings,
        encoding: str = "utf-8",
        cache: Cache | None = None,
        jobs: int = 0,
    ) -> None:
        self.chosen, self.encoding, self._around = chosen, encoding, around
        self._cache = cache if encoding == "utf-8" else None
        self._jobs = jobs
        self._press: Press | None = None
        self.stdin: File | None = None
        """Standard input, where it was read already."""
        self.verdicts: list[Verdict] = []
        self.sources: dict[str, Source] = {}
        """Of every file that findings stand in, shipped ones among them, at least their lines."""

    def through(self, names: Sequence[str]) -> list[int]:
        """Judge every file, in this order; an exit code for each."""
        known = {name: found for name in names if (found := self._recalled(name)) is not None}
        left = [name for name in names if name not in known]
        fresh = spread(left, self._step, self._jobs)
        codes = []
        with counting(self._around, len(left)) as tell:
            for name in names:
                if name in known:
                    self._put(known[name])
                    codes.append(0)
                    continue
                code, plain = next(fresh)
                codes.append(code)
                if plain is not None:
                    self._put(restored(plain))
                tell()
        if self._cache and left:
            self._cache.tidy()
        return codes

    def _recalled(self, name: str) -> Verdict | None:
        if self._cache is None or name == "-" or "\0" in name:
            return None
        return self._cache.recall(self._cache.key(name))

    def _step(self, name: str) -> list[Any]:
        """The exit code and the verdict of one more file, as plain data."""
        found: list[Plain] = []
        code = guarded(partial(self._judge, name, found), self._around)
        return [code, found[0] if found else None]

    def _judge(self, name: str, found: list[Plain]) -> int:
        """0, since what was found decides the exit code."""
        from groupplan.cli.judge import verdict
        from groupplan.press import Press

        self._press = self._press or Press(self.encoding)
        with looking() as looks:
            file = self.opened(name)
            plain = stored(verdict(file, self.encoding, self._press))
        found.append(plain)
        self._keep(file, plain, looks)
        return 0

    def opened(self, name: str) -> File:
        """A file of that name, at most as long as its kind may be; standard input is read once."""
        if name == "-" and self.stdin is not None:
            return self.stdin
        most = limits.PLAN_BYTES if Path(name).suffix.lower() in SUFFIXES else limits.BRIEF_BYTES
        return opened(name, most)

    def _keep(self, file: File, plain: Plain, looks: Looks) -> None:
        """What is wrong with a document may hang on files beside it that were not read: it is not kept."""
        if self._cache is None or file.path is None:
            return
        if not (plain["findings"] and plain["kind"] == "document"):
            self._cache.keep(self._cache.key(file.name), plain, looks)

    def _put(self, verdict: Verdict) -> None:
        self.verdicts.append(self._with_missing(verdict))
        for name, source in (*verdict.sources.items(), *verdict.shipped.items()):
            known = self.sources.get(name)
            self.sources[name] = merged(known, source) if known else source

    def _with_missing(self, verdict: Verdict) -> Verdict:
        """The verdict, and the documents that settings expect beside a brief and that are not there."""
        documents = self.chosen.documents(verdict.name)
        if not documents or verdict.kind != "brief" or not verdict.sound:
            return verdict
        from msgspec.structs import replace

        from groupplan.cli.judge import missing

        return replace(verdict, findings=(*verdict.findings, *missing(verdict.name, documents)))

    def fixes(self, choice: Choice, *, unsafe: bool) -> tuple[dict[Mark, Fix], int]:
        """What of what is shown can be mended; and how much more with unsafe fixes."""
        shown = {(one.origin, one.words) for one in choice.findings}
        safe = dict(self._among(shown, unsafe=False))
        more = {mark: fix for mark, fix in self._among(shown, unsafe=True) if mark not in safe}
        return (safe | more, 0) if unsafe else (safe, len(more))

    def _among(self, shown: set[Mark], *, unsafe: bool) -> Iterator[tuple[Mark, Fix]]:
        for verdict in self.verdicts:
            fixes = verdict.unsafe if unsafe else verdict.fixes
            yield from ((mark, fix) for mark, fix in fixes.items() if mark in shown)
