"""Dates as a page shows them: whole on one line, and as short as a picture needs."""

import pytest

from groupplan.render.cells import lined
from groupplan.render.words import Dictionary


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("到 3 月 21 日 周日为止", "到 3_月_21_日_周日为止"),
        ("2027 年 3 月 1 日", "2027_年_3_月_1_日"),
        ("by 1 March at noon", "by 1_March at noon"),
        ("3 人，21 天", "3 人，21 天"),
    ],
)
def test_no_line_breaks_inside_a_date(text: str, shown: str) -> None:
    assert lined(text).replace("\N{NO-BREAK SPACE}", "_") == shown


@pytest.mark.parametrize(
    ("dated", "shown"),
    [("1993-2017", "1993-2017"), ("2022-01, 2023-08", "2022-01 / 2023-08"), ("2024-05-06", "2024-05-06")],
)
def test_a_fact_shows_its_whole_date(dated: str, shown: str) -> None:
    assert Dictionary("en").as_of(dated) == shown
