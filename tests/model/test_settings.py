"""Patterns of paths, and settings on top of settings."""

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.finding import Severity
from groupplan.model.settings import FILE, OPTION, Given, Glob, Level, Override, Settings, Where

NAMES = st.lists(st.sampled_from(["a", "b", "brief.yaml"]), min_size=1, max_size=5).map("/".join)


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [
        ("*.yaml", "/w/a/b.yaml", True),
        ("archive", "/w/x/archive/b.yaml", True),
        ("archive/**", "/w/archive/a/b.yaml", True),
        ("archive/", "/w/archive/a/b.yaml", True),
        ("archive/*", "/w/archive/b.yaml", True),
        ("archive/**", "/w/x/archive/b.yaml", False),
        ("**/archive/*.yaml", "/w/archive/b.yaml", True),
        ("a/**/b.yaml", "/w/a/b.yaml", True),
        ("a/**/b.yaml", "/w/a/x/y/b.yaml", True),
        ("a/*.yaml", "/w/a/x/b.yaml", False),
        ("2026-[01]*.yaml", "/w/2026-1.yaml", True),
        ("*.yaml", "/other/b.yaml", False),
        ("*.yaml", "/w", False),
        ("b.yaml", "/wide/b.yaml", False),
    ],
)
def test_patterns(pattern: str, path: str, meant: bool) -> None:
    assert Glob("/w", pattern).matches(path) == meant


def test_a_pattern_made_to_take_for_ever_takes_a_moment() -> None:
    assert not Glob("/w", "/".join(["**", "a*a*a*a*b"] * 15)).matches(
        "/w" + "/aaaaaaaaaaaaaaaaaaaaaaaaaaaa" * 200
    )


@given(NAMES, st.sampled_from(["a", "b", "*.yaml", "?"]))
def test_without_a_slash_it_is_about_any_part_of_the_path(path: str, pattern: str) -> None:
    assert Glob("/", pattern).matches(f"/{path}") == any(fnmatchcase(one, pattern) for one in path.split("/"))


def test_what_is_left_open_comes_from_below() -> None:
    parent = Settings(
        select=Given(("GP1",), Where(FILE, "p")),
        fail_on=Given(None, Where(FILE, "p")),
        levels=(Level("GP1", Severity.NOTE),),
        overrides=(Override(()),),
    )
    child = Settings(select=Given(("GP2",), Where(OPTION)), levels=(Level("GP2", Severity.ERROR),))
    both = child.upon(parent)
    assert (both.select.value, both.fail_on.value) == (("GP2",), None)
    assert [one.code for one in both.levels] == ["GP1", "GP2"]
    assert len(both.overrides) == 1
    assert Settings().upon(both) == both
