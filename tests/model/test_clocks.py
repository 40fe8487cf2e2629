"""Times, moments, durations and yes or no, as they are typed."""

from datetime import datetime, time, timedelta

import pytest

from groupplan.model import scalars
from tests.model.refused import refusal


@pytest.mark.parametrize(
    ("text", "at"),
    [("20:00", time(20)), ("7:05", time(7, 5)), ("２１：３０", time(21, 30)), ("00:00", time(0))],
)
def test_clock_is_read(text: str, at: time) -> None:
    assert scalars.clock(text) == at


@pytest.mark.parametrize("text", ["24:00", "23:60", "99:99"])
def test_no_such_time(text: str) -> None:
    assert refusal(scalars.clock, text) == "no-such-time"


@pytest.mark.parametrize(
    "text", ["23:59:60", "12:30:45", "45045", "8", "8pm", "20:0", "20.00", "", "晚上8点", "1:000"]
)
def test_no_time(text: str) -> None:
    assert refusal(scalars.clock, text) == "not-a-time"


@pytest.mark.parametrize(
    "text", ["2027-03-02 20:00", "2027年3月2日 20:00", "2027-03-02　２０：００", "2027-03-02  20:00"]
)
def test_moment_is_a_day_and_a_time(text: str) -> None:
    assert scalars.moment(text) == datetime(2027, 3, 2, 20)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2027-03-02", "not-a-moment"),
        ("20:00", "not-a-moment"),
        ("2027-03-02T20:00", "not-a-moment"),
        ("2027-02-30 20:00", "no-such-day"),
        ("2027-03-02 24:00", "no-such-time"),
        ("2027-03-02 20:00 +08:00", "not-a-date"),
        ("2027-03-02 20:00:00", "not-a-time"),
    ],
)
def test_no_moment(text: str, key: str) -> None:
    assert refusal(scalars.moment, text) == key


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("90min", 90), ("2h", 120), ("1.5h", 90), ("3d", 4320), ("2w", 20160), ("-1h", -60),
     ("+1h", 60), ("1h30min", 90), ("90分钟", 90), ("2小时", 120), ("３天", 4320), ("1 周", 10080),
     ("0d", 0), ("3650d", 5_256_000)],
)  # fmt: skip
def test_lapse_is_read(text: str, minutes: int) -> None:
    assert scalars.lapse(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3",
        "d",
        "1.25h",
        "3 days",
        "1_0d",
        "1h-30min",
        "--1h",
        "P3D",
        "1h,30min",
        "1234567d",
        "半小时",
        "1e3d",
    ],
)
def test_no_lapse(text: str) -> None:
    assert refusal(scalars.lapse, text) == "not-a-duration"


@pytest.mark.parametrize("text", ["3651d", "-3651d", "999999w", "999999w" * 9_000])
def test_lapse_over_ten_years_is_too_long(text: str) -> None:
    assert refusal(scalars.lapse, text) == "duration-too-long"


def test_minutes_of_work_are_a_number_or_a_duration() -> None:
    assert [scalars.minutes(text) for text in ("90", "９０", "1.5h", "0")] == [90, 90, 90, 0]
    assert refusal(scalars.minutes, "-1h") == refusal(scalars.minutes, "1234567") == "not-a-duration"


@pytest.mark.parametrize("text", ["true", "True", "YES", "是"])
def test_true(text: str) -> None:
    assert scalars.truth(text) is True


@pytest.mark.parametrize("text", ["false", "NO", "no", "否"])
def test_false(text: str) -> None:
    assert scalars.truth(text) is False


@pytest.mark.parametrize("text", ["on", "off", "y", "n", "1", "0", "", "对"])
def test_neither_true_nor_false(text: str) -> None:
    assert refusal(scalars.truth, text) == "not-a-truth"
