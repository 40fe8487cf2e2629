"""word: fills every script and text. What cannot be filled is a gap, never a fallback."""

from collections.abc import Mapping

from groupplan.model.fitted import Fitted
from groupplan.model.forecast import Forecast
from groupplan.model.measures import Measures
from groupplan.model.outline import Outline
from groupplan.model.settled import Settled
from groupplan.model.worded import Gap, Worded
from groupplan.word.messages import messages, spare
from groupplan.word.newcomers import transcripts
from groupplan.word.results import results
from groupplan.word.texts import texts


def word(settled: Settled, fitted: Fitted, forecast: Forecast, measures: Measures) -> Worded:
    """All words of a plan in its language; tasks that were dropped keep their names."""
    outline, schedule = fitted.outline, fitted.schedule
    values: Mapping[str, object] = {**settled.names, **results(forecast, measures, outline, schedule)}
    gaps: list[Gap] = []
    filled = texts(outline, values, settled.language, gaps)
    posted = messages(settled, outline, schedule, values, gaps)
    kept = spare(settled, outline, values)
    filled |= texts(Outline(tasks=tuple(one.piece for one in fitted.dropped)), values, settled.language, [])
    joined = transcripts(settled, outline, schedule, filled, posted)
    return Worded(filled, posted, kept, tuple(dict.fromkeys(gaps)), joined)


__all__ = ["results", "word"]
