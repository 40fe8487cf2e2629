"""What was found in a file, made to stand by itself: places found, comments read, nothing parsed kept."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from groupplan.choose.comments import comments
from groupplan.model.edit import Fix
from groupplan.model.finding import Finding
from groupplan.model.source import Origin, Source
from groupplan.model.verdict import Kind, Mark, Verdict

Pairs = Mapping[Finding, Fix]


def placed(
    name: str,
    findings: Iterable[Finding],
    own: Mapping[str, Source],
    sources: Mapping[str, Source],
    pairs: tuple[Pairs, Pairs] = ({}, {}),
    kind: Kind | None = None,
) -> Verdict:
    """A verdict. ``own``: files that are not shipped; ``sources``: all; ``pairs``: fixes, safe and unsafe."""
    given = tuple(findings)
    at = {one: _at(one, sources) for one in given}
    notes = {file: found for file, source in own.items() if (found := comments(source))}
    rows = {
        at[one].origin: own[one.origin.source].rows(one.origin) for one in given if one.origin.source in notes
    }
    safe, unsafe = ({_mark(at[one]): fix for one, fix in each.items() if one in at} for each in pairs)
    others = {one.origin.source for one in given} - own.keys()
    shipped = {file: sources[file] for file in sorted(others) if file in sources}
    sort = kind or kind_of(own.get(name))
    return Verdict(name, tuple(at.values()), own, sort, safe, unsafe, notes, rows, shipped)


def _at(one: Finding, sources: Mapping[str, Source]) -> Finding:
    related = tuple(_found(origin, sources) for origin in one.related)
    return replace(one, origin=_found(one.origin, sources), related=related)


def _found(origin: Origin, sources: Mapping[str, Source]) -> Origin:
    source = sources.get(origin.source) or Source(origin.source)
    return Origin(origin.source, origin.route, at=source.place(origin))


def _mark(one: Finding) -> Mark:
    return one.origin, one.words


def kind_of(source: Source | None) -> Kind:
    """Whether a file that is no document is a brief or a playbook."""
    data = source.data if source is not None else None
    keys = data if isinstance(data, dict) else {}
    return "playbook" if "playbook" in keys and "groupplan" not in keys else "brief"
