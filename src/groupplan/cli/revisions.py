"""A brief as it was at a revision, with the playbooks and figures of that revision around it."""

from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from groupplan import pipeline
from groupplan.cli.git import Entry, Revision
from groupplan.files import MARKER
from groupplan.model import limits
from groupplan.model.finding import Finding, say
from groupplan.model.refusal import Misuse, Refused
from groupplan.model.source import Origin

FILES = 256
"""Files around one brief at the most."""
BYTES = 16 * 1024 * 1024


def loaded(at: Revision, path: str, encoding: str) -> pipeline.Loaded:
    """The brief of that path, counted from the top; its files lie in a folder that is gone afterwards."""
    found, root = _around(at, path)
    texts = at.read(found)
    with TemporaryDirectory(prefix="groupplan-") as made:
        place = Path(made).resolve()
        for name, raw in texts.items():
            target = place.joinpath(*_safe(name))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(raw)
        folder = place.joinpath(*_safe(path)).parent
        top = place.joinpath(*_safe(root)) if root else place
        read = pipeline.load(texts[path], f"{at.name}:{path}", folder, top, encoding=encoding)
        return _renamed(read, str(place), at.name)


def _around(at: Revision, path: str) -> tuple[list[Entry], str]:
    """The brief, the playbooks beside it, what the project keeps at its root; and that root."""
    home = PurePosixPath(path).parent
    above = [str(folder) for folder in (home, *home.parents)]
    marks = [_in(folder, MARKER) for folder in above]
    found = list(at.files([path, *marks, _in(str(home), "playbooks/")]))
    names = {entry.path for entry in found}
    if path not in names:
        raise Misuse(say("not-in-revision", path=path[:200], name=at.name[:60]))
    root = next((folder for folder in above if _in(folder, MARKER) in names), str(home))
    if root != str(home):
        found += at.files([_in(root, "playbooks/")])
    found += at.files([_in(root, "knowledge/benchmarks.yaml")])
    kept = [one for one in dict.fromkeys(found) if one.path == path or one.path.endswith((".yaml", MARKER))]
    most = max(limits.BRIEF_BYTES, limits.PLAYBOOK_BYTES)
    size = sum(entry.size for entry in kept)
    if len(kept) > FILES or size > BYTES or any(entry.size > most for entry in kept):
        raise Misuse(say("revision-too-large", path=path[:200], files=FILES, size=BYTES // 1024 // 1024))
    return kept, "" if root == "." else root


def _in(folder: str, name: str) -> str:
    return name if folder in ("", ".") else f"{folder}/{name}"


def _safe(path: str) -> tuple[str, ...]:
    """The parts of a path of git's that cannot lead out of the folder it is put into."""
    parts = PurePosixPath(path).parts
    if any(part in ("..", "/", "") or "\\" in part or "\0" in part for part in parts):
        raise Refused(say("leaves-the-folder", path=path[:200], root="."))
    return parts


def _renamed(read: pipeline.Loaded, place: str, name: str) -> pipeline.Loaded:
    """Files by the name they have in git, not by where they lay for a moment."""

    def shown(source: str) -> str:
        below = source.removeprefix(place)
        return source if below == source else f"{name}:{Path(below).as_posix().lstrip('/')}"

    def moved(origin: Origin) -> Origin:
        return replace(origin, source=shown(origin.source))

    def said(finding: Finding) -> Finding:
        related = tuple(moved(origin) for origin in finding.related)
        return replace(finding, origin=moved(finding.origin), related=related)

    sources = {shown(key): replace(one, name=shown(one.name)) for key, one in read.sources.items()}
    return replace(read, findings=tuple(said(one) for one in read.findings), sources=sources)
