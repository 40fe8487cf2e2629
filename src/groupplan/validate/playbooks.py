"""Source → Book: types, then every name of every condition and text."""

import re
from collections.abc import Sequence

from pydantic import ValidationError

from groupplan.model.book import Book
from groupplan.model.codes import broken
from groupplan.model.finding import Finding, say
from groupplan.model.playbook import FORMAT, Playbook
from groupplan.model.source import Origin, Route, Source
from groupplan.validate.briefs import Outcome
from groupplan.validate.errors import Place, findings
from groupplan.validate.languages import languages
from groupplan.validate.merge import Provenance, merged
from groupplan.validate.names import names

_HAN = re.compile("[\u4e00-\u9fff]")


def playbook(source: Source, parents: Sequence[Book] = (), *, shipped: bool = False) -> Outcome[Book]:
    """The playbook of a source that was read without errors, on top of its parents."""
    if not isinstance(source.data, dict) or "playbook" not in source.data:
        words = say("not-a-playbook")
        return Outcome(None, (broken("not-groupplan", Origin(source.name), words),))
    data, places = merged(source, parents) if parents else (source.data, {})

    def place(route: Route) -> Origin:
        return _place(source.name, places, route)

    try:
        found = Playbook.model_validate(data)
    except ValidationError as error:
        return Outcome(None, findings(error, Playbook, place))
    language = found.language or ("zh-CN" if _HAN.search(source.text) else "en")
    lineage, given = _lineage(found, parents), _given(parents)
    book = Book(found, source.name, data, places, shipped, language, lineage, given)
    # Shipped playbooks take the same path; their names are held by a test instead of at every start.
    unknown = () if shipped else (*names(book), *languages(source.data, source.name))
    return Outcome(book, (*_version(found, place), *unknown))


def _place(name: str, places: Provenance, route: Route) -> Origin:
    head = route[:2]
    if len(head) == 2 and head in places:
        fields = places[head]
        if len(route) > 2 and str(route[2]) in fields:
            return fields[str(route[2])].down(*route[3:])
        return fields[""].down(*route[2:])
    return Origin(name, route)


def _lineage(found: Playbook, parents: Sequence[Book]) -> frozenset[str]:
    return frozenset(found.extends).union(*(parent.lineage for parent in parents))


def _given(parents: Sequence[Book]) -> frozenset[str]:
    own = frozenset(parent.source for parent in parents if parent.shipped)
    return own.union(*(parent.given for parent in parents))


def _version(found: Playbook, place: Place) -> tuple[Finding, ...]:
    if found.playbook == FORMAT:
        return ()
    words = say("other-format", found=found.playbook, known=FORMAT)
    return (broken("not-groupplan", place(("playbook",)), words),)
