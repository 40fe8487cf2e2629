"""Without a browser the suite says how to get one; it never passes quietly."""

import pytest

from tests.browser.chromium import BROWSERS, DRIVERS, Missing, first


@pytest.mark.parametrize("names", [BROWSERS, DRIVERS])
def test_what_is_missing_is_named_with_the_command_that_installs_it(names: tuple[str, ...]) -> None:
    with pytest.raises(Missing, match="apt install chromium chromium-driver"):
        first(names, path="/nowhere")
