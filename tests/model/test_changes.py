"""Single values of a brief changed by their dotted names."""

import pytest

from groupplan.model.changes import changed
from groupplan.model.refusal import Misuse
from groupplan.model.source import Data

BRIEF: Data = {"name": "A", "assumptions": {"pay_rate": "5%"}, "channels": [{"id": "mail", "reach": "10"}]}


def test_a_value_is_replaced_and_nothing_else() -> None:
    found = changed(BRIEF, "assumptions.pay_rate=7%")
    assert found == {**BRIEF, "assumptions": {"pay_rate": "7%"}}  # type: ignore[dict-item]
    assert BRIEF["assumptions"] == {"pay_rate": "5%"}  # type: ignore[call-overload, index]


def test_what_was_not_there_is_added() -> None:
    assert changed({"name": "A"}, "assumptions.join_rate = 30%..40%") == {
        "name": "A",
        "assumptions": {"join_rate": "30%..40%"},
    }


def test_an_entry_of_a_list_goes_by_its_id() -> None:
    found = changed(BRIEF, "channels.mail.reach=20")
    assert isinstance(found, dict) and found["channels"] == [{"id": "mail", "reach": "20"}]


@pytest.mark.parametrize(
    "setting", ["", "x", "=5", "a..b=1", "channels.post.reach=1", "channels.mail=1", "name.x=1"]
)
def test_what_names_nothing_is_refused(setting: str) -> None:
    with pytest.raises(Misuse):
        changed(BRIEF, setting)
