"""A comment silences its line and nothing else; one without reason, of no use, or too old is a finding."""

from datetime import date
from pathlib import Path

import pytest

from groupplan.choose import choose
from groupplan.choose.placed import placed
from groupplan.model.codes import COMMENTS
from tests.choose.told import TODAY, choosing, chosen, codes, verdict

GOAL = "goals:\n  - id: paying{}\n    metric: paying_members\n    target: 60\n"
BOTH = GOAL + "  - id: joined\n    metric: joined\n    target: 300\n"


def lines(text: str, code: str) -> list[int]:
    source = verdict(text).sources["brief.yaml"]
    found = chosen(text).findings
    return sorted(source.place(one.origin).line for one in found if one.code == code)


def test_it_silences_its_line_and_leaves_the_others() -> None:
    first, second = lines(BOTH.format(""), "GP204")
    assert lines(BOTH.format("  # groupplan: ignore[GP204] open-ended"), "GP204") == [second]
    assert first < second


def test_it_leaves_other_codes_of_its_line() -> None:
    before, after = chosen(GOAL.format("")), chosen(GOAL.format(" # groupplan: ignore[GP204] open-ended"))
    assert codes(before) - codes(after) == {"GP204"}


@pytest.mark.parametrize("code", ["GP20", "GP2", "goal-without-deadline"])
def test_the_beginning_of_a_code_and_the_name_of_a_rule_will_do(code: str) -> None:
    found = chosen(GOAL.format(f" # groupplan: ignore[{code}] open-ended"))
    assert "GP204" not in codes(found) and not codes(found) & set(COMMENTS.values())


def test_on_a_line_of_its_own_it_is_about_the_next() -> None:
    text = BOTH.format("").replace(
        "  - id: joined", "  # groupplan: ignore[GP204] open-ended\n  - id: joined"
    )
    assert len(lines(text, "GP204")) == 1


def test_a_value_on_the_line_below_its_key_is_silenced_from_both() -> None:
    plain = BOTH.format("").replace("target: 60", "target:\n      60")
    assert lines(plain, "GP209")
    for place in ("target:", "      60"):
        text = plain.replace(f"{place}\n", f"{place} # groupplan: ignore[GP209] as last time\n", 1)
        assert not {"GP209", "GP034"} & codes(chosen(text))


def problem(comment: str, today: date = TODAY) -> tuple[set[str], bool]:
    found = chosen(GOAL.format(f" # groupplan: {comment}"), today=today)
    return codes(found) & set(COMMENTS.values()), "GP204" in codes(found)


def test_without_a_reason_it_silences_nothing() -> None:
    assert problem("ignore[GP204]") == ({"GP031"}, True)


def test_what_cannot_be_read_silences_nothing() -> None:
    assert problem("ignore GP204 because") == ({"GP030"}, True)


def test_another_word_than_ignore_silences_nothing_and_prose_is_no_finding() -> None:
    assert problem("ignroe[GP204] because") == ({"GP030"}, True)
    assert problem("disable GP204") == ({"GP030"}, True)
    assert problem("see the wiki") == (set(), True)


def test_an_unknown_code_is_named_and_the_known_one_counts() -> None:
    assert problem("ignore[GP294, GP204] because") == ({"GP032"}, False)
    assert problem("ignore[GP] because") == ({"GP032"}, True)


def test_the_last_day_still_counts_and_the_next_does_not() -> None:
    note = "ignore[GP204] because, until 2026-12-31"
    assert problem(note, date(2026, 12, 31)) == (set(), False)
    assert problem(note, date(2027, 1, 1)) == ({"GP033"}, True)


def test_each_code_without_a_finding_is_unused() -> None:
    assert problem("ignore[GP204, GP801] because") == ({"GP034"}, False)
    assert problem("ignore[GP211, GP801] because") == ({"GP034"}, True)


def test_what_keeps_a_file_from_being_read_is_never_silenced() -> None:
    text = "nonsense: 1 # groupplan: ignore[GP010] because\n"
    found = chosen(text)
    assert "GP010" in codes(found) and found.fails
    assert "GP034" not in codes(found), "what else would be found nobody knows"


def test_a_comment_in_a_playbook_is_unused_only_beside_a_brief_that_uses_it(tmp_path: Path) -> None:
    rule = "require:\n  - {name: kind, that: kind == 'x', say: {zh-CN: 不行, en: No}}"
    book = (
        f"playbook: 1\nname: our_house\nlanguage: en\n{rule} # groupplan: ignore[our_house/kind, GP801] x\n"
    )
    (tmp_path / "playbooks").mkdir()
    (tmp_path / "playbooks/our_house.yaml").write_text(book, encoding="utf-8")
    name = str(tmp_path / "playbooks/our_house.yaml")
    with_brief = verdict("playbooks: [our_house]\n", folder=tmp_path)
    alone = placed(name, (), {name: with_brief.sources[name]}, with_brief.sources)
    assert not codes(choose(choosing(alone), {})) & {"GP034", "our_house/kind"}
    assert not codes(choose(choosing(with_brief), {})) & {"GP034", "our_house/kind"}
    both = choose(choosing(with_brief, alone), {})
    (unused,) = [one for one in both.findings if one.code == "GP034"]
    assert dict(unused.words.gaps) == {"name": "GP801"}
    assert "our_house/kind" not in codes(both)
