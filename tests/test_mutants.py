"""2,000 seeded mutants of briefs and playbooks keep the contract (see `mutate.py`)."""

from pathlib import Path

import pytest

from tests.mutate import judged

SERIES = 500


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_mutants_keep_the_contract(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "")
    arena, broken = judged(SERIES, seed, tmp_path)
    assert [(mutant.number, reason) for mutant, reason in broken] == []
    assert arena.accepted > SERIES // 10
    assert arena.rendered > 0
