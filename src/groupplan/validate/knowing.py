"""Source → a file of knowledge: benchmarks, a platform pack, laws, a calendar, facts."""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError

from groupplan.model.codes import broken, did_you_mean
from groupplan.model.fields import Model
from groupplan.model.finding import Finding, say
from groupplan.model.knowledge import Benchmarks
from groupplan.model.source import Origin, Route, Source
from groupplan.validate.briefs import Outcome
from groupplan.validate.errors import findings
from groupplan.validate.languages import languages

PER_CENT, DURATION, SPAN, TIME, COUNT = "20%", "90min", "22:30-07:30", "08:00", "30"
"""What a default looks like, as an example of its unit."""
M = TypeVar("M", bound=Model)


def knowing(source: Source, model: type[M]) -> Outcome[M]:
    """The knowledge of a source that was read without errors; what ships is held by tests."""
    if not isinstance(source.data, dict) or "knowledge" not in source.data:
        return Outcome(None, (broken("not-groupplan", Origin(source.name), say("not-knowledge")),))

    def place(route: Route) -> Origin:
        return Origin(source.name, route)

    try:
        return Outcome(model.model_validate(source.data))
    except ValidationError as error:
        return Outcome(None, findings(error, model, place))


def rows(found: Benchmarks, known: Benchmarks, source: Source) -> Iterator[Finding]:
    """Rows of the user's own figures that nothing asks for, or whose unit is another one."""
    yield from languages(source.data, source.name)
    for section in ("rates", "defaults"):
        names = sorted({row.id for row in getattr(known, section)})
        for index, row in enumerate(getattr(found, section)):
            if row.id not in names:
                hint = did_you_mean(row.id, names) or say("known-names", names=" ".join(names))
                words = say("unknown-name", name=row.id, what=section)
                yield broken("unknown-name", Origin(source.name, (section, index, "id")), words, hint=hint)
    units = {row.id: unit(row.value) for row in known.defaults}
    for index, row in enumerate(found.defaults):
        wanted = units.get(row.id, "")
        if wanted and unit(row.value) != wanted:
            words = say("wrong-unit", name=row.id, text=row.value, example=wanted)
            yield broken("wrong-value", Origin(source.name, ("defaults", index, "value")), words)


def unit(value: str) -> str:
    """An example of the unit a default is written in; "" for words."""
    text = value.strip()
    if text.endswith("%"):
        return PER_CENT
    if text[:1].isdigit() and ":" in text:
        return SPAN if "-" in text else TIME
    if text[:1].isdigit():
        return COUNT if text.replace(".", "").isdigit() else DURATION
    return ""
