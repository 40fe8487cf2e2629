"""The currency and the money."""

from decimal import Decimal

from groupplan.model.brief import Brief
from groupplan.model.money import Money
from groupplan.model.operation import Budget
from groupplan.model.settled import Purse

_BY_COUNTRY = {"CN": "CNY", "US": "USD", "GB": "GBP", "DE": "EUR", "FR": "EUR", "ES": "EUR", "IT": "EUR"}


def currency(brief: Brief) -> str:
    """The budget's currency: as given, else that of its amounts, else the country's, else US dollars."""
    budget = brief.budget or Budget()
    for amount in (budget.total, budget.labour_hour, budget.tools):
        if amount and amount.currency:
            return budget.currency or amount.currency
    if budget.currency:
        return budget.currency
    fallback = "CNY" if brief.platform in ("wechat", "wecom", "qq") else "USD"
    return _BY_COUNTRY.get(brief.country or "", fallback)


def purse(brief: Brief) -> Purse:
    """The money there is; what is not named costs nothing."""
    budget, coin = brief.budget or Budget(), currency(brief)

    def amount(given: Money | None) -> Money:
        return given.within(coin) if given else Money(Decimal(0), coin)

    total = budget.total.within(coin) if budget.total else None
    return Purse(coin, total, amount(budget.tools), amount(budget.labour_hour))
