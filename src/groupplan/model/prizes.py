"""How many of a playbook's prize there are."""

from groupplan.model.choices import JOINED_GROUPS
from groupplan.model.forecast import Forecast
from groupplan.model.items import RewardItem
from groupplan.model.settled import Settled


def copies(item: RewardItem, settled: Settled, forecast: Forecast) -> int:
    """The number it names, times the groups that members stay in or times the members, where it says so."""
    number = item.quantity or 1
    if item.per == "group":
        kinds = [[one.id for one in settled.groups if one.kind == kind] for kind in JOINED_GROUPS]
        return number * forecast.groups_of(tuple(next(filter(None, kinds), ())))
    if item.per == "member":
        return number * round(forecast.joins.likely + settled.members_now)
    return number
