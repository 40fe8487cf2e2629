"""Fixes that change what is said: only when asked for, and to what the finding itself names."""

import pytest

from tests.briefs import brief
from tests.mend.made import fixed, form

CHANGES = {
    "closes: 2027-02-01": ("opens: 2027-02-01", "closes: 2027-03-01"),
    "offers: [{id: a, name: b, price: 9元, from: 2027-03-20, to: 2027-03-15}]": (
        "from: 2027-03-15, to: 2027-03-20",
    ),
    "lessons: [{id: l1, title: a, at: 2028-03-02 20:00}]": ("at: 2027-03-28 20:00",),
    'lessons: [{id: l1, title: a, at: "2026年3月2日 20:00"}]': ('at: "2027-02-15 20:00"',),
    "lessons: [{id: l1, title: a, at: 2027-03-02 20:00, minutes: 400}]": ("minutes: 120",),
    "assumptions: {join_rate: 8%..3%}": ("join_rate: 3%..8%",),
    "horizon: 900d": ("horizon: 731d",),
    "seeds: {count: 300, consent: true}": ("seeds: {count: 50,",),
}


@pytest.mark.parametrize("typed", CHANGES)
def test_is_left_unless_asked_for(typed: str) -> None:
    assert fixed(brief(typed)).fixed == ()
    after = fixed(brief(typed), unsafe=True)
    assert all(part in after.file.source.text for part in CHANGES[typed])
    assert form(after.file) == []


def test_an_equal_line_goes_and_another_one_stays() -> None:
    head = brief("members_now: 3\n")
    assert fixed(f"{head}members_now: 3\n# end\n", unsafe=True).file.source.text == f"{head}# end\n"
    for last in ("members_now: 4\n", "members_now: 3 # now\n", "members_now: 3"):
        assert fixed(f"{head}{last}", unsafe=True).fixed == ()
