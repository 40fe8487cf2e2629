"""One value of a brief changed by its dotted name, as ``--set assumptions.join_rate=30%`` asks for."""

from groupplan.model.finding import say
from groupplan.model.refusal import Misuse
from groupplan.model.source import Data


def changed(data: Data, setting: str) -> Data:
    """The data with one more value; elements of lists go by their id: ``channels.moments.reach=9000``."""
    name, equals, value = setting.partition("=")
    path = name.strip().split(".")
    if not equals or not all(path):
        raise Misuse(say("set-form", text=setting[:60]))
    return _changed(data, path, value.strip(), setting)


def _changed(data: Data, path: list[str], value: str, setting: str) -> Data:
    if not path:
        return value
    head, *rest = path
    if data is None or isinstance(data, dict):
        found = dict(data or {})
        found[head] = _changed(found.get(head), rest, value, setting)
        return found
    if isinstance(data, list):
        places = [n for n, one in enumerate(data) if isinstance(one, dict) and one.get("id") == head]
        if places and rest:
            place = places[0]
            return [*data[:place], _changed(data[place], rest, value, setting), *data[place + 1 :]]
    raise Misuse(say("set-nowhere", text=setting[:60]))
