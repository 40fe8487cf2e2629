"""The key of the sentence with which a text is refused."""

from collections.abc import Callable

import pytest

from groupplan.model.scalars import ScalarError


def refusal(parse: Callable[[object], object], given: object) -> str:
    with pytest.raises(ScalarError) as caught:
        parse(given)
    return caught.value.key
