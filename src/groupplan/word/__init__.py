"""word: fills every script and text. What cannot be filled is a gap, never a fallback."""

from collections import deque
from collections.abc import Mapping

from groupplan.model.fitted import Fitted
from groupplan.model.forecast import Forecast
from groupplan.model.measures import Measures
from groupplan.model.outline import Outline
from groupplan.model.settled import Settled
from groupplan.model.worded import Worded
from groupplan.word.messages import messages, spare
from groupplan.word.newcomers import transcripts
from groupplan.word.results import results
from groupplan.word.texts import Texts


def word(
    settled: Settled, fitted: Fitted, forecast: Forecast, measures: Measures, *, whole: bool = True
) -> Worded:
    """The words of a plan in its language; ``whole`` with the newcomers' first hours, as a plan shows them.

    Tasks that were dropped keep their names.
    """
    outline, schedule = fitted.outline, fitted.schedule
    values: Mapping[str, object] = {**settled.names, **results(forecast, measures, outline, schedule)}
    texts = Texts(values, settled.language)
    gaps = list(texts.take(outline))
    posted = messages(settled, outline, schedule, values, gaps)
    deque(texts.take(Outline(tasks=tuple(one.piece for one in fitted.dropped))), 0)
    kept = spare(settled, outline, values) if whole else ()
    joined = transcripts(settled, outline, schedule, texts, posted) if whole else ()
    return Worded(texts, posted, kept, tuple(dict.fromkeys(gaps)), joined, dict(posted.bounds()), posted.on)


__all__ = ["results", "word"]
