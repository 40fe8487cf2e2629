"""The two sides of a comparison: files, standard input, `REV:path`, or a whole tree against a revision."""

import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from groupplan import pipeline
from groupplan.cli import revisions
from groupplan.cli.briefs import below, opened
from groupplan.cli.git import Revision, revision
from groupplan.cli.surroundings import Surroundings
from groupplan.model import seal
from groupplan.model.finding import say
from groupplan.model.refusal import Misuse

Load = Callable[[], pipeline.Loaded]
_DOCUMENTS = (".md", ".html", ".xlsx", ".docx", ".ics", ".csv", ".json")


class Pair(Struct, frozen=True):
    """Two briefs by name and how each is read; None on the side that has none."""

    old: str
    new: str
    before: Load | None
    after: Load | None


def named(old: str, new: str, encoding: str, around: Surroundings) -> Pair:
    """The two arguments of a command line; each is read when it is asked for."""
    if old == new == "-":
        raise Misuse(say("stdin-once"))
    return Pair(old, new, _side(old, encoding, around), _side(new, encoding, around))


def _side(name: str, encoding: str, around: Surroundings) -> Load:
    rev, colon, path = name.partition(":")
    elsewhere = colon and "\0" not in name and not Path(name).drive and not Path(name).exists()
    if elsewhere:
        at = revision(rev, around.folder.resolve(), around.environ)
        inside = _inside(at, path)
        _no_document(path)
        return lambda: revisions.loaded(at, inside, encoding)
    _no_document(name)
    return lambda: _file(name, encoding)


def _file(name: str, encoding: str) -> pipeline.Loaded:
    file = opened(name)
    if b"<!-- groupplan-seal " in file.raw[-4096:] or seal.find(file.raw[-4096:].decode("utf-8", "replace")):
        raise Misuse(say("compares-briefs", path=name[:200]))
    return pipeline.load(file.raw, file.name, file.folder, file.root, encoding=encoding)


def _no_document(name: str) -> None:
    if name.lower().endswith(_DOCUMENTS):
        raise Misuse(say("compares-briefs", path=name[:200]))


def _inside(at: Revision, path: str) -> str:
    """A path as git takes it behind the colon: from the top, or from here with ``./`` and ``../``."""
    relative = path.startswith(("./", "../"))
    found = posixpath.normpath(f"{at.prefix}{path}" if relative else path)
    if not path or found.startswith(("../", "/")) or found in ("..", "."):
        raise Misuse(say("not-in-revision", path=path[:200], name=at.name[:60]))
    return found


def against(base: str, paths: list[str], encoding: str, around: Surroundings) -> Iterator[Pair]:
    """Every brief below these paths, as it was at the revision and as it lies here, by path."""
    here = around.folder.resolve()
    at = revision(base, here, around.environ)
    top = at.top.resolve()
    now = {_from_top(path, top): path for name in paths for path in _briefs(Path(name))}
    then = {entry.path for name in paths for entry in at.files(_under(name, top), deep=True)}
    asked = {path for name in paths for path in _under(name, top)}
    then = {path for path in then if _is_brief(path) or path in asked}
    for name in paths:
        if not Path(name).exists() and not any(_holds(name, path, top) for path in then):
            raise Misuse(say("no-such-file", path=name[:200]))
    for path in sorted({*now, *then}):
        before = (lambda path=path: revisions.loaded(at, path, encoding)) if path in then else None
        after = (lambda file=now[path]: _file(str(file), encoding)) if path in now else None
        yield Pair(f"{base}:{path}", str(now.get(path, path)), before, after)


def _briefs(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (one for one in below(path) if _is_brief(one.name))
    elif path.exists():
        yield path


def _is_brief(path: str) -> bool:
    *folders, name = path.split("/")
    hidden = any(part.startswith(".") or part in ("node_modules", "__pycache__") for part in folders)
    return not hidden and (name == "brief.yaml" or name.endswith(".brief.yaml"))


def _from_top(path: Path, top: Path) -> str:
    found = path.parent.resolve() / path.name
    if not found.is_relative_to(top):
        raise Misuse(say("no-repository", path=path))
    return found.relative_to(top).as_posix()


def _under(name: str, top: Path) -> list[str]:
    inside = _from_top(Path(name).resolve(), top)
    return [] if inside == "." else [inside]


def _holds(name: str, path: str, top: Path) -> bool:
    inside = _from_top(Path(name).resolve(), top)
    return inside == "." or path == inside or path.startswith(f"{inside}/")
