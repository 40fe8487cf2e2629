"""Mending: never a new error, nothing outside the edits, and a second run has nothing to do."""

import difflib
import random
import re
from collections import Counter
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupplan import mend
from groupplan.mend import Judged, Mended
from groupplan.model.finding import Severity
from groupplan.model.source import BREAK
from tests.briefs import brief
from tests.mend.made import fixed, form, judge
from tests.mutate import mutants, originals
from tests.mutations import mutated

SEEDS = (11, 12)
SERIES = 120
TYPOS = [
    (r"(?m)^(\w+): ", r"\1："),
    (r"(\d{4})-0?(\d+)-0?(\d+)", r"\1/\2/\3"),
    (r"(\d{4})-0?(\d+)-0?(\d+)", r"\1.\2.\3"),
    (r"(?m)^(\s*(?:- )?\w+)\w(\w): ", r"\1\2: "),
    (r", ", "，"),
    (r"(?<=: )(\d)(\d{3})\b", r"\1_\2"),
    (r"(\d)-(\d\d:)", r"\1—\2"),
    (r"groupplan: 1\n", ""),
    (r"\n", "\r\n"),
    (r"(?<=: )(?=\d)", "\u200b"),
    (r"(?<=: )(\w+)$", r"“\1”"),
]
"""What people type, and what they meant to."""
BRIEFS = [raw.decode() for raw in originals()["brief.yaml"]]


def counted(file: Judged) -> Counter[tuple[str, str]]:
    """Errors of form, which are seen whatever else is wrong."""
    wrong = (f for f in file.findings if f.severity is Severity.ERROR and f.code.startswith("GP0"))
    return Counter((finding.code, finding.words.key) for finding in wrong)


def comments(text: str) -> list[str]:
    return re.findall(r"(?m)(?:^|\s)(#.*?)\s*$", text.replace("\u200b", ""))


def sound(before: Judged, after: Mended, *, unsafe: bool, name: str = "brief.yaml") -> None:
    """What holds for any file that was mended."""
    again = fixed(after.file.raw, unsafe=unsafe, judge=partial(judge, name=name))
    assert again.fixed == () and again.file.raw == after.file.raw
    assert (after.file.raw == before.raw) == (not after.fixed)
    if any(fix.encoding for _, fix in after.fixed) or not after.fixed:
        return
    if isinstance(before.source.data, dict) and "not-a-brief" not in form(before):
        assert sum(counted(after.file).values()) <= sum(counted(before).values())
    else:
        assert isinstance(after.file.source.data, dict)
    old, new = BREAK.split(before.source.text), BREAK.split(after.file.source.text)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    changed = sum(max(b - a, d - c) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal")
    assert changed <= sum(len(fix.edits) for _, fix in after.fixed)
    if not unsafe:
        assert comments(before.source.text) == comments(after.file.source.text)
        assert [line for line in old if not line.strip()] == [line for line in new if not line.strip()]


@pytest.mark.parametrize("seed", SEEDS)
def test_mutants_are_mended_soundly(seed: int) -> None:
    made = 0
    for mutant in mutants(SERIES, seed):
        look = partial(judge, name=mutant.name)
        before = look(mutant.raw)
        for unsafe in (False, True):
            after = fixed(mutant.raw, unsafe=unsafe, judge=look)
            sound(before, after, unsafe=unsafe, name=mutant.name)
            made += len(after.fixed)
    assert made > 5


@settings(max_examples=40)
@given(st.sampled_from(BRIEFS), st.lists(st.sampled_from(TYPOS), min_size=1, max_size=3), st.randoms())
def test_typos_are_mended_soundly(text: str, typos: list[tuple[str, str]], chance: random.Random) -> None:
    for pattern, typo in typos:
        often = chance.choice((1, 1, 2, 0)) if pattern != r"\n" else 0
        text = re.sub(pattern, typo, text, count=often)
    raw = text.encode()
    sound(judge(raw), fixed(raw), unsafe=False)


@settings(max_examples=40)
@given(st.sampled_from(originals()["brief.yaml"]), st.integers(0, 10_000))
def test_any_broken_brief_is_mended_soundly(raw: bytes, seed: int) -> None:
    broken = mutated(raw, originals()["brief.yaml"], random.Random(seed))
    sound(judge(broken), fixed(broken), unsafe=False)


def test_a_fix_that_makes_a_new_error_is_not_made_and_the_others_are() -> None:
    text = brief("goalz: many\nopens: 2027/3/1\nmembers_now: 1_000\n")
    after = fixed(text)
    assert after.file.source.text == text.replace("2027/3/1", "2027-03-01").replace("1_000", "1000")
    assert form(after.file) == ["unknown-key"]


def test_a_date_that_would_contradict_another_is_left() -> None:
    text = brief("closes: 2027/2/1\n")
    assert fixed(text).file.raw == text.encode()
    assert fixed(text, unsafe=True).file.raw == text.encode()


def test_a_fix_that_leaves_its_finding_is_not_made() -> None:
    text = brief("positioning:\n  motives:\n    - growth，sales\n")
    assert fixed(text).file.raw == text.encode()


def test_judging_has_an_end() -> None:
    asked = []

    def look(raw: bytes) -> Judged:
        asked.append(raw)
        return judge(raw)

    text = brief("".join(f"goal{sign}: many\n" for sign in "abcdefghijklmnopqrstuvwxyz"))
    assert fixed(text, judge=look).fixed == ()
    assert len(asked) <= 1 + mend.rounds.TRIES
