"""Each method claimed is found, word for word, in the plan of its example."""

from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"
LISTED: dict[str, Any] = yaml.safe_load((HERE / "methods.yaml").read_text(encoding="utf-8"))
CLAIMED: dict[str, dict[str, str]] = LISTED["realised"]
LEFT: dict[str, str] = LISTED["left"]
KNOWN = yaml.safe_load(
    (EXAMPLES.parent / "src/groupplan/knowledge/methods.yaml").read_text(encoding="utf-8")
)["methods"]
LEAST = 260


def body(example: str) -> str:
    """A plan without its trace: an id that only stands there is not realised."""
    text = (EXAMPLES / example / "expected" / "plan.md").read_text(encoding="utf-8")
    return text[: text.index("\n## 20. ")]


def test_at_least_260_methods_are_realised() -> None:
    assert len(CLAIMED) >= LEAST


def test_only_methods_that_exist_are_claimed() -> None:
    assert set(CLAIMED) <= {method["id"] for method in KNOWN}


def test_every_method_is_realised_or_left_with_a_reason() -> None:
    assert {*CLAIMED, *LEFT} == {method["id"] for method in KNOWN}
    assert set(CLAIMED) & set(LEFT) == set()
    assert [m for m, reason in LEFT.items() if len(reason.split()) < 5] == []


@pytest.mark.parametrize("example", sorted({claim["example"] for claim in CLAIMED.values()}))
def test_each_claimed_sentence_stands_in_the_plan(example: str) -> None:
    text = body(example)
    missing = [m for m, c in CLAIMED.items() if c["example"] == example and c["text"] not in text]
    assert missing == []


def test_no_sentence_is_claimed_twice() -> None:
    texts = [(claim["example"], claim["text"]) for claim in CLAIMED.values()]
    assert len(texts) == len(set(texts))


def test_claims_are_long_enough_to_mean_something() -> None:
    assert [m for m, claim in CLAIMED.items() if len(claim["text"]) < 8] == []
