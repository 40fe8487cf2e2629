"""A seeded mutation tester: briefs and playbooks, a little or badly broken, against the contract.

The suite runs 2,000 mutants in this process (`test_mutants.py`), each through the whole command
`check` and every tenth accepted one also through `render`; by hand as many as one likes:
`python -m tests.mutate 100000 [SEED]`. A mutant that breaks the contract is written to a file.
"""

import contextlib
import io
import os
import random
import re
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct, field

from groupplan import scaffold
from groupplan.cli.main import main
from groupplan.model import seal
from tests.mutations import mutated

SECONDS = 10.0
LONGEST = 256 * 1024
RENDER_EVERY = 10
CODES = {0, 1, 4}
"""What `check` and `render` of a file that is there may come to."""
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
FORM = re.compile(r"\bGP0\d\d (?:error|错误)")
OPENS = date(2027, 3, 1)
HOUSE = "playbooks: [house]\n"
SHORT = (
    "groupplan: 1\nname: 晨读 21 天\nplatform: wecom\nopens: 2027-03-01\nhorizon: 21d\nmembers_now: 7\n"
    + HOUSE
)


class BrokenContract(AssertionError):
    """A mutant that did what no input may do."""


class Mutant(Struct, frozen=True):
    """A broken file: its number in the series, its name in the project, its bytes."""

    number: int
    name: str
    raw: bytes


def originals() -> dict[str, list[bytes]]:
    """What is mutated, by the name it has in the project."""
    briefs = [
        scaffold.brief(archetype, language, OPENS, {}) + HOUSE
        for archetype in scaffold.archetypes()
        for language in ("zh-CN", "en")
    ]
    books = [scaffold.playbook("house", language) for language in ("zh-CN", "en")]
    camp = "playbook: 1\nname: house\nextends: [study_camp]\nremove: [camp_question]\n"
    return {
        "brief.yaml": [text.encode() for text in (*briefs, SHORT)],
        "playbooks/house.yaml": [text.encode() for text in (*books, camp)],
    }


def mutants(count: int, seed: int) -> Iterator[Mutant]:
    """The series of a seed; three of four are briefs."""
    chance = random.Random(seed)
    found = originals()
    pool = found["brief.yaml"] + found["playbooks/house.yaml"]
    for number in range(count):
        name = chance.choice(("brief.yaml", "brief.yaml", "brief.yaml", "playbooks/house.yaml"))
        yield Mutant(number, name, mutated(chance.choice(found[name]), pool, chance))


class Arena(Struct):
    """A project in which each mutant takes the place of its original."""

    folder: Path
    kept: dict[str, bytes] = field(default_factory=dict)
    accepted: int = 0
    rendered: int = 0
    plans: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """The project as it is when nothing is broken, with its plan."""
        self.kept = {name: raws[0] for name, raws in originals().items()}
        (self.folder / "playbooks").mkdir()
        for name, raw in self.kept.items():
            (self.folder / name).write_bytes(raw)
        self._run(Mutant(-1, "brief.yaml", b""), "render", str(self.folder / "brief.yaml"), "--to", "md,html")
        self.plans = self._plans()

    def judge(self, mutant: Mutant) -> None:
        """Check the mutant, and render it now and then; ``BrokenContract`` says what went wrong."""
        (self.folder / mutant.name).write_bytes(mutant.raw)
        try:
            code, said = self._run(mutant, "check", str(self.folder / mutant.name))
            if mutant.name != "brief.yaml" and code != 4:
                code, said = self._run(mutant, "check", str(self.folder / "brief.yaml"))
            accepted = code in (0, 1) and not FORM.search(said)
            self.accepted += accepted
            if not accepted or self.accepted % RENDER_EVERY == 0:
                self._render(mutant, accepted=accepted)
        finally:
            (self.folder / mutant.name).write_bytes(self.kept[mutant.name])

    def _render(self, mutant: Mutant, *, accepted: bool) -> None:
        """A refused mutant leaves the plan as it was; an accepted one makes a whole one."""
        if not accepted and mutant.number % RENDER_EVERY:
            return
        code, said = self._run(mutant, "render", str(self.folder / "brief.yaml"), "--to", "md,html")
        made = self._plans()
        for name, raw in self.plans.items():
            (self.folder / name).write_bytes(raw)
        self.rendered += accepted
        if (code == 0) != accepted:
            raise BrokenContract(f"render came to {code}: {said[:300]}")
        if not accepted and made != self.plans:
            raise BrokenContract("a refused brief changed a plan")
        for name, raw in made.items():
            text = raw.decode("utf-8")
            mark = seal.find(text)
            if mark is None or seal.edited(text, mark) or CONTROL.search(text):
                raise BrokenContract(f"{name} is not whole, or holds control characters")

    def _plans(self) -> dict[str, bytes]:
        return {name: (self.folder / name).read_bytes() for name in ("plan.md", "plan.html")}

    def _run(self, mutant: Mutant, *arguments: str) -> tuple[int, str]:
        out, err = io.StringIO(), io.StringIO()
        actions = mutant.number % 2 == 0
        os.environ["GITHUB_ACTIONS"] = "1" if actions else ""
        begin = time.process_time()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(["--lang", "en" if mutant.number % 3 else "zh-CN", *arguments])
        took = time.process_time() - begin
        said = out.getvalue() + err.getvalue()
        for wrong, what in (
            (code not in CODES, f"exit code {code}: {said[:300]}"),
            (code and not said.strip(), "silence"),
            ("Traceback" in err.getvalue(), "a traceback"),
            (CONTROL.search(said), "a control character in the output"),
            (actions and _commands(said), "a workflow command in the output"),
            (len(said) > LONGEST, f"{len(said)} characters of output"),
            (took > SECONDS, f"{took:.1f} seconds"),
        ):
            if wrong:
                raise BrokenContract(f"{arguments[0]} of {mutant.name}: {what}")
        return code, said


def _commands(said: str) -> bool:
    return any(line.lstrip().startswith("::") or "##[" in line for line in said.splitlines())


def judged(
    count: int, seed: int, folder: Path, *, progress: int = 0
) -> tuple[Arena, list[tuple[Mutant, str]]]:
    """All mutants of a series in one arena, and those that broke the contract."""
    arena, broken = Arena(folder), []
    for mutant in mutants(count, seed):
        try:
            arena.judge(mutant)
        except BrokenContract as reason:
            broken.append((mutant, str(reason)))
        if progress and mutant.number % progress == progress - 1:
            sys.stdout.write(
                f"{mutant.number + 1} mutants, {arena.accepted} accepted, {len(broken)} broken\n"
            )
            sys.stdout.flush()
    return arena, broken


def by_hand(count: int, seed: int) -> int:
    """Run a series, write down what broke the contract, and come to 1 if anything did."""
    with TemporaryDirectory() as folder:
        _, broken = judged(count, seed, Path(folder), progress=5000)
    for mutant, reason in broken[:50]:
        path = Path(f"mutant-{seed}-{mutant.number}.yaml")
        path.write_bytes(mutant.raw)
        sys.stdout.write(f"{path} ({mutant.name}): {reason}\n")
    return 1 if broken else 0


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:3]]
    sys.exit(by_hand(*(*numbers, *(10_000, 1)[len(numbers) :])))
