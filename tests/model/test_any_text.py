"""Whatever is typed, it is read or refused; nothing else comes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model import ranges, scalars
from groupplan.model.scalars import ScalarError
from tests.model.refused import refusal

READERS = (
    scalars.decimal, scalars.count, scalars.positive, scalars.share, ranges.rate, ranges.size,
    scalars.money, scalars.day, scalars.clock, scalars.moment, scalars.lapse, scalars.minutes, scalars.truth,
)  # fmt: skip


@given(st.text(alphabet="0123456789.,%~+-:年月日 万千亿kK元¥$ABminhdw分钟小时天周是否\n０１：￥"))
def test_nothing_but_a_refusal_comes_of_any_text(text: str) -> None:
    for read in READERS:
        try:
            read(text)
        except ScalarError as error:
            assert error.key


@pytest.mark.parametrize("value", [None, 5, 5.0, True, [], ["5"], {"a": "5"}, b"5"])
def test_only_text_is_read(value: object) -> None:
    keys = {refusal(read, value) for read in READERS}
    assert keys <= {"needs-text", "range-parts"}
