import json
from pathlib import Path

import pytest

from groupplan.export.landing import MANIFEST, Landing, landing, landings, safe
from groupplan.export.mark import BLANK, stamped

HOME = Path("plan.scripts")
OURS = stamped(BLANK + b" one")
LATER = stamped(BLANK + b" two")


@pytest.mark.parametrize(
    ("before", "state"),
    [
        (None, "new"),
        (LATER, "same"),
        (OURS, "stale"),
        (OURS + b"!", "edited"),
        (b"mine", "foreign"),
        (b"", "foreign"),
    ],
)
def test_what_lies_there_decides(before: bytes | None, state: str) -> None:
    assert landing(LATER, Path("x.json"), before).state == state


def test_a_form_without_a_mark_is_replaced_only_by_force() -> None:
    assert landing(b"two", Path("x.csv"), b"one").state == "unmarked"
    assert landing(b"two", Path("x.csv"), b"two").state == "same"
    assert landing(b"two", Path("x.csv"), None).state == "new"


def _states(found: tuple[Landing, ...]) -> dict[str, str]:
    return {one.path.relative_to(HOME).as_posix(): one.state for one in found}


def _written(files: dict[str, bytes]) -> dict[Path, bytes]:
    return {one.path: one.raw for one in landings(files, HOME, lambda _: None) if one.raw is not None}


def test_a_new_folder_is_all_new_and_then_all_the_same() -> None:
    files = {"a.txt": b"a", "lin/b.txt": b"b"}
    disk = _written(files)
    assert set(disk) == {HOME / "a.txt", HOME / "lin/b.txt", HOME / MANIFEST}
    assert set(_states(landings(files, HOME, disk.get)).values()) == {"same"}


def test_in_a_folder_our_own_files_move_on_and_others_stay() -> None:
    disk = _written({"a": b"a", "b": b"b", "gone": b"g", "kept": b"k"})
    disk |= {HOME / "b": b"edited", HOME / "c": b"somebody's", HOME / "kept": b"edited", HOME / "own": b"x"}
    found = landings({"a": b"A", "b": b"B", "c": b"C", "d": b"D"}, HOME, disk.get)
    assert _states(found) == {
        "a": "stale",
        "b": "edited",
        "c": "foreign",
        "d": "new",
        "gone": "stale",
        MANIFEST: "stale",
    }
    assert [one.raw for one in found if one.path.name == "gone"] == [None]


@pytest.mark.parametrize(
    "listed", [b"", b"[1]", b'{"groupplan": 2}', b"\xff", b'{"groupplan":1,"files":[1]}']
)
def test_a_list_that_is_none_makes_every_file_somebodys(listed: bytes) -> None:
    disk = {HOME / "a": b"old", HOME / MANIFEST: listed}
    assert _states(landings({"a": b"new"}, HOME, disk.get)) == {"a": "foreign", MANIFEST: "foreign"}


def test_a_list_that_names_places_outside_removes_nothing_there() -> None:
    (digest,) = json.loads(_written({"x": b"secret"})[HOME / MANIFEST])["files"].values()
    names = ["../x", "/etc/x", "a/../../x", "C:x", "a\\x", ""]
    listed = json.dumps({"groupplan": 1, "files": dict.fromkeys(names, digest)}).encode()
    read: list[Path] = []

    def reading(path: Path) -> bytes:
        read.append(path)
        return listed if path.name == MANIFEST else b"secret"

    found = landings({"a": b"a"}, HOME, reading)
    assert [one.path for one in found if one.raw is None] == []
    assert set(read) == {HOME / "a", HOME / MANIFEST}


@pytest.mark.parametrize(
    ("name", "fine"),
    [("a", True), ("a/b.txt", True), ("群主.ics", True), ("a/..b", True)]
    + [(name, False) for name in ("", "..", "../a", "a/../b", "/a", "c:a", "a\\b", "a\0")],
)
def test_names_stay_inside(name: str, fine: bool) -> None:
    assert safe(name) == fine


def test_a_list_from_a_stranger_removes_only_what_could_be_the_forms() -> None:
    names = ["old.txt", "notes.md", "src/a.txt", "LICENSE", "edited.txt"]
    disk = _written(dict.fromkeys(names, b"x")) | {HOME / "edited.txt": b"mine"}
    found = landings({"a.txt": b"a"}, HOME, disk.get)
    assert [one.path.name for one in found if one.raw is None] == ["old.txt"]
