"""What would kill, stall or fool a YAML loader ends at its line, within two seconds."""

from time import process_time

import pytest

from groupplan.model import limits
from groupplan.read import read
from tests.read.reading import keys, places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 25_000, (1, 65)),
        ("[" * 500_000, (1, 65)),
        ("a: " + "[" * 25_000 + "]" * 25_000, (1, 67)),
        ("{a: " * 25_000, (1, 257)),
        ("- " * 25_000, (1, 129)),
        ("\n".join(" " * n + "a:" for n in range(1_000)), (65, 65)),
        ("? " * 25_000, (1, 1)),
    ],
    ids=["open", "half a million", "closed", "mappings", "list", "indent", "keys"],
)
def test_depth_stops_the_walk(text: str, place: tuple[int, int]) -> None:
    start = process_time()
    found = places(text)
    assert process_time() - start < 2
    assert [code for code, *_ in found] in (["GP004"], ["GP003"])
    assert text.startswith("?") or found == [("GP004", *place)]


def test_sixty_four_levels_are_read() -> None:
    deep = "a: " + "[" * (limits.DEPTH - 1) + "x" + "]" * (limits.DEPTH - 1)
    assert places(deep) == []
    assert keys(deep.replace("[x]", "[[x]]")) == ["too-deep"]


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a: &x [1]\nb: 2", "yaml-alias", 1),
        ("a: 1\nb: *x", "yaml-alias", 2),
        ("a: &a [*a]", "yaml-alias", 1),
        ("&x a: 1", "odd-key", 1),
        ("a: 1\n<<: {b: 1}", "yaml-merge", 2),
        ("a: 1\n<<: *b", "yaml-merge", 2),
        ("a: !!int 5", "yaml-tag", 1),
        ("a: ! 5", "yaml-tag", 1),
        ("a: 1\nb: !!python/object/apply:os.system ['true']", "yaml-tag", 2),
        ("!!map {a: 1}", "yaml-tag", 1),
        ("!!str a: 1", "odd-key", 1),
        ("? [a]\n: 1", "odd-key", 1),
        ("{a: 1}: 1", "odd-key", 1),
        ("%YAML 1.1\n---\na: 1", "yaml-directive", 1),
        ("%TAG ! tag:x,2000:\n---\na: 1", "yaml-directive", 1),
        ("a: 1\n---\nb: 2", "several-documents", 2),
        ("a: 1\n...\n---\nb: 2", "several-documents", 3),
    ],
)
def test_construct_is_refused_at_its_line(text: str, key: str, line: int) -> None:
    assert (keys(text), [found[1] for found in places(text)]) == ([key], [line])


def test_alias_and_merge_bombs_end_at_the_first_anchor() -> None:
    aliases = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]
    merges = ["m0: &m0 {x: 1}", *(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}" for n in range(1, 30))]
    for lines in (aliases, merges):
        assert places("\n".join(lines)) == [("GP003", 1, 5)]


def test_sixty_thousand_nodes_are_too_many() -> None:
    start = process_time()
    assert keys("a: [" + "1," * 60_000 + "]") == ["too-many-nodes"]
    assert keys("\n".join(f"k{n}: 1" for n in range(60_000))) == ["too-many-nodes"]
    assert process_time() - start < 4
    assert keys("\n".join(f"k{n}: 1" for n in range(limits.NODES - 1))) == []


def test_a_huge_text_is_too_long() -> None:
    assert keys("a: " + "x" * limits.TEXT) == []
    for text in (
        "x" * (limits.TEXT + 1),
        '"' + "x" * (limits.TEXT + 1) + '"',
        "|\n " + "x" * (limits.TEXT + 1),
    ):
        assert keys(f"a: {text}") == ["text-too-long"]


def test_a_huge_file_is_not_even_decoded() -> None:
    raw = b"\xff" * (limits.BRIEF_BYTES + 1)
    reading = read(raw, "b.yaml")
    assert [f.words.key for f in reading.findings] == ["file-too-large"]
    assert not reading.ok and reading.source.data is None
    assert [f.words.key for f in read(b"a: 1", "b.yaml", most=3).findings] == ["file-too-large"]


def test_a_message_never_repeats_a_file() -> None:
    long = "k" * 200_000
    for text in (f"? {long}\n: 1\n? {long}\n: 2", f"a: !{long} 1", f"{long}：1\nb: 2"):
        for finding in read(text.encode(), "b.yaml").findings:
            assert sum(len(value) for _, value in finding.words.gaps) < 200
