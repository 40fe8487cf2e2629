"""Another platform or language, the tasks that go with it, playbooks switched on and off."""

from collections.abc import Iterator

from groupplan.compare.making import change
from groupplan.model.choices import LANGUAGES
from groupplan.model.choices import PLATFORMS as NAMES_OF
from groupplan.model.comparison import Change, Names
from groupplan.model.plan import Plan


def changes(old: Plan, new: Plan) -> Iterator[Change]:
    """The platform first."""
    if old.settled.platform != new.settled.platform:
        pair = (NAMES_OF.both(one.settled.platform) for one in (old, new))
        yield change("members", "platform", 9, *pair, route="platform")
    if old.settled.language != new.settled.language:
        spoken = (LANGUAGES.both(one.settled.language) for one in (old, new))
        yield change("words", "language", 8, *spoken, route="language")
    lacking = [pair for pair in new.outline.lacking if pair not in old.outline.lacking]
    if lacking:
        names = Names(tuple(dict.fromkeys(task for task, _ in lacking)))
        yield change("members", "lacking", 5, count=len(names.all), names=names)
    yield from _playbooks(old, new)


def _playbooks(old: Plan, new: Plan) -> Iterator[Change]:
    before, after = ([use.book.playbook.name for use in one.outline.uses] for one in (old, new))
    for kind, found in (
        ("playbooks-on", [name for name in after if name not in before]),
        ("playbooks-off", [name for name in before if name not in after]),
    ):
        if found:
            yield change("team", kind, 4, count=len(found), names=Names(tuple(found)))
