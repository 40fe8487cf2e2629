"""How many of a playbook's prize there are."""

from groupplan.model.forecast import Forecast
from groupplan.model.items import RewardItem
from groupplan.model.settled import Settled


def copies(item: RewardItem, settled: Settled, forecast: Forecast) -> int:
    """The number it names, times the groups that members join or times the members, where it says so."""
    number = item.quantity or 1
    if item.per == "group":
        ids = tuple(group.id for group in settled.groups if group.kind in ("community", "campaign"))
        return number * forecast.groups_of(ids)
    if item.per == "member":
        return number * round(forecast.joins.likely + settled.members_now)
    return number
