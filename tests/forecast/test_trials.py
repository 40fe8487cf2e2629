"""The cheapest test: how many people, and how many days today's flow takes to bring them."""

import pytest
from msgspec.structs import replace

from groupplan.forecast.trials import FEWEST, trial
from groupplan.model.distribution import Beta, Fixed
from groupplan.model.growth import Bar, Inputs, Stream

RATE = Beta(2.0, 18.0)
MANY = Stream("many", Fixed(1000.0), 0, 9, Fixed(0.1), RATE)
FEW = Stream("few", Fixed(300.0), 0, 9, Fixed(0.2), RATE)
OWN = Inputs(horizon=20, channels=(MANY, FEW), rates={"paying": RATE})
COMMON = replace(
    OWN,
    channels=tuple(replace(one, scan=Fixed(1.0), join=Fixed(1.0)) for one in OWN.channels),
    scan=Fixed(0.1),
    join=RATE,
)
WANTED = 70
"""Three times the 21 observations the rate is worth, in tens."""


def days(name: str, inputs: Inputs) -> int | None:
    found = trial([Bar(name, 0.2, 0.8)], inputs)
    assert found is not None and found.observations == WANTED > FEWEST
    return found.days


def test_only_those_of_the_channel_tell_about_its_own_rate() -> None:
    assert days("many.join", OWN) == 7  # 1000 ÷ 10 days × 10 % scan: ten a day
    assert days("few.join", OWN) == 12  # 300 ÷ 10 days × 20 % scan: six a day


def test_all_channels_tell_about_a_common_rate() -> None:
    assert days("join", COMMON) == 6  # 130 a day, of whom 13 scan


def test_those_who_join_tell_about_the_rates_after_it_however_they_came() -> None:
    assert days("paying", OWN) == 44  # 1.6 join a day: (10 + 6) × 10 %
    assert days("paying", COMMON) == 54  # 1.3 join a day


def test_those_who_are_invited_tell_how_many_come() -> None:
    asked = replace(OWN, invites=Fixed(5.0), accept=RATE)
    assert days("accept", asked) == 9  # 1.6 join a day and ask five each


def test_less_than_one_a_day_is_not_put_into_days() -> None:
    assert days("paying", replace(OWN, channels=(FEW,))) is None


@pytest.mark.parametrize("bar", [Bar("many.reach", 0.1, 0.9), Bar("paying", 0.5, 0.5)])
def test_what_cannot_be_watched_or_does_not_matter_is_not_tested(bar: Bar) -> None:
    assert trial([bar], OWN) is None
