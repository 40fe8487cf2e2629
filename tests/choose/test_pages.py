"""The examples of the pages about comments: the bad one yields its code, the good one none of them."""

import pytest

from groupplan.messages import catalogue
from groupplan.model.codes import COMMENTS
from tests.choose.told import chosen, codes

PAGES = catalogue("pages")


@pytest.mark.parametrize("code", sorted(COMMENTS.values()))
def test_examples(code: str) -> None:
    assert codes(chosen(PAGES[code]["bad"])) & set(COMMENTS.values()) == {code}
    assert codes(chosen(PAGES[code]["good"])) & set(COMMENTS.values()) == set()
    assert "GP204" not in codes(chosen(PAGES[code]["good"]))
