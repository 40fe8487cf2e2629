"""A comment that was meant to silence something and does not is told from prose that begins alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.choose.misspelt import START, Misspelt, misspelt
from groupplan.choose.silence import problems
from groupplan.messages import LANGUAGES, sentence
from groupplan.model.finding import Finding
from groupplan.model.suppression import Suppression
from tests.choose.test_comments import found
from tests.choose.told import TODAY

KNOWN = ("GP203", "GP204", "goal-without-deadline")


def meant(comment: str) -> Misspelt | None:
    match = START.search(comment)
    return misspelt(match[0], comment[match.end() :]) if match else None


def said(comment: str) -> list[Finding]:
    return list(problems(found(f"a: 1 {comment}\n"), set(), KNOWN, TODAY, whole=True))


@pytest.mark.parametrize(
    ("comment", "word"),
    [
        ("# groupplan: ignroe[GP203] agreed", "ignroe"),
        ("# groupplan: ingore GP203 agreed", "ingore"),
        ("# groupplan: ignor", "ignor"),
        ("# groupplan: Ignore[GP203] agreed", "Ignore"),
        ("# groupplan: ignore-all", "ignore-all"),
        ("# groupplan: ignored[GP203] agreed", "ignored"),
        ("# groupplan: disable GP203", "disable"),
        ("# groupplan: disable=GP203", "disable"),
        ("# groupplan: disable goal-without-deadline", "disable"),
        ("# groupplan: off", "off"),
        ("# groupplan: noqa: GP203, GP204", "noqa"),
        ("# groupplan: skip[anything]", "skip"),
        ("# groupplan：忽略[GP203] 老板定的", "忽略"),
        ("# groupplan: 忽略 GP203 老板定的", "忽略"),
        ("# groupplan: 不查【GP203】", "不查"),
        ("# groupplan: GP203 agreed", "GP203"),
        ("# groupplan: [GP203] agreed", "[GP203]"),
        ("# Groupplan: ignore[GP203] agreed", "# Groupplan: ignore"),
        ("# groupplan ignore[GP203] agreed", "# groupplan ignore"),
        ("# groupplan-ignore[GP203] agreed", "# groupplan-ignore"),
        ("## groupplan: ignore[GP203] agreed", "## groupplan: ignore"),
        ("# group-plan: disable GP203", "# group-plan: disable"),
        ("# groupplan: disable gp203", "disable"),
        ("# groupplan: gp203 agreed", "gp203"),
        ("# groupplan: suppresses GP203", "suppresses"),
        ("# groupplan:\u3000忽略[GP203] 老板定的", "# groupplan: 忽略"),
        ("# groupplan; ignore[GP203] agreed", "# groupplan; ignore"),
        ("# groupplan: see below # groupplan: ignroe[GP203]", "ignroe"),
    ],
)
def test_what_was_meant_is_a_finding_that_names_the_word(comment: str, word: str) -> None:
    (finding,) = said(comment)
    assert (finding.code, dict(finding.words.gaps)) == ("GP030", {"word": word})
    assert all(word in sentence(finding.words, language) for language in LANGUAGES)


@pytest.mark.parametrize(
    "comment",
    [
        "# groupplan: see the wiki",
        "# groupplan: see [the wiki](https://example.org)",
        "# groupplan: see [wiki/page]",
        "# groupplan: see GP203 for the reason",
        "# groupplan: todo[anna] ask the teacher",
        "# groupplan: ignored by finance so far",
        "# groupplan: skip the second week and/or the third",
        "# groupplan: off-season prices",
        "# groupplan: allow three days",
        "# groupplan: minor change",
        "# groupplan: store hours",
        "# groupplan: 忽略前两周的数字",
        "# groupplan: 关闭了第二个渠道，GP203 说的",
        "# groupplan: Ignorance of the reader is assumed",
        "# groupplan: except GP203 nothing is open",
        "# groupplan: 1",
        "# groupplan:",
        "# groupplan ignores unknown [brackets]",
        "# groupplan.toml: ignore[GP203]",
        "# yaml-language-server: $schema=groupplan: ignroe[GP203]",
        "# noqa: GP203",
    ],
)
def test_prose_and_what_speaks_to_others_is_none(comment: str) -> None:
    assert said(comment) == []


def test_the_hint_is_the_comment_as_it_should_be() -> None:
    (finding,) = said("# groupplan: noqa: GP203, goal-without-deadline")
    assert finding.hint is not None
    wanted = "# groupplan: ignore[GP203, goal-without-deadline]"
    assert (finding.hint.key, dict(finding.hint.gaps)) == ("did-you-mean", {"name": wanted})


@pytest.mark.parametrize("comment", ["# groupplan: ignroe[GP999]", "# groupplan: ignroe"])
def test_without_a_code_that_exists_the_hint_is_that_of_the_rule(comment: str) -> None:
    (finding,) = said(comment)
    assert finding.hint is None


def test_a_word_of_any_length_is_repeated_in_part() -> None:
    (finding,) = said(f"# groupplan: disable{'x-' * 300}y[GP203]")
    assert len(dict(finding.words.gaps)["word"]) == 60


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_comment_is_read_without_an_exception(text: str) -> None:
    for head in ("# groupplan: ", "#groupplan", "## Group-plan "):
        assert all(isinstance(one, Suppression) for one in found(f"a: 1 {head}{text}\nb: 2\n"))


@given(st.text("ignore[GP203] ,", max_size=12))
def test_what_counts_is_never_called_misspelt(text: str) -> None:
    assert all(one.word == "" for one in found(f"a: 1 # groupplan: ignore[GP204] {text}\n"))
