"""Money: tools, media, rewards, referral, labour. Every line says how it was computed."""

from collections.abc import Iterator
from decimal import Decimal

from groupplan.model.forecast import Forecast
from groupplan.model.measures import Cost
from groupplan.model.money import Money, total
from groupplan.model.outline import Outline
from groupplan.model.prizes import copies
from groupplan.model.settled import Settled

MINUTES = Decimal(60)


def costs(settled: Settled, outline: Outline, forecast: Forecast, minutes: float) -> tuple[Cost, ...]:
    """The lines of the budget; nothing is counted twice and no currency is converted."""
    lines = [
        *_tools(settled),
        *_media(settled),
        *_rewards(settled, outline, forecast),
        *_referral(settled, forecast),
    ]
    rate = settled.purse.labour_hour
    if rate.amount:
        hours = (Decimal(round(minutes)) / MINUTES).quantize(Decimal("0.1"))
        lines.append(Cost("labour", rate.times(hours), float(hours), rate))
    return tuple(lines)


def _tools(settled: Settled) -> Iterator[Cost]:
    """The tools line of the budget; else the tools one by one."""
    if settled.purse.tools.amount:
        yield Cost("tools", settled.purse.tools)
        return
    for tool in settled.tools:
        if tool.cost.amount:
            yield Cost("tools", tool.cost, name=tool.name)


def counted_once(settled: Settled) -> Money | None:
    """The tools one by one, where the budget has a line for tools that stands for them."""
    single = total((tool.cost for tool in settled.tools), settled.purse.currency)
    return single if settled.purse.tools.amount and single.amount else None


def _media(settled: Settled) -> Iterator[Cost]:
    for channel in settled.channels:
        if channel.cost.amount:
            yield Cost("media", channel.cost, name=channel.name)


def _rewards(settled: Settled, outline: Outline, forecast: Forecast) -> Iterator[Cost]:
    for prize in settled.rewards:
        if prize.value.amount:
            amount = prize.value.times(prize.quantity)
            yield Cost("reward", amount, prize.quantity, prize.value, prize.name)
    named = {prize.id for prize in settled.rewards}
    for piece in outline.rewards:
        value, quantity = piece.item.value, copies(piece.item, settled, forecast)
        if value and value.amount and piece.item.id not in named:
            unit = value.within(settled.purse.currency)
            yield Cost("reward", unit.times(quantity), quantity, unit, piece.key)


def _referral(settled: Settled, forecast: Forecast) -> Iterator[Cost]:
    """Rewards for referral: as many as are expected, at most the cap."""
    referral = settled.referral
    if referral is None or not referral.value.amount:
        return
    referred = forecast.people("referred")
    expected = round(referred.likely) if referred else 0
    number = min(expected, referral.cap) if referral.cap else expected
    yield Cost("referral", referral.value.times(number), number, referral.value, referral.reward)
