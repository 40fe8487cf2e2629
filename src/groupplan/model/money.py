"""An amount with its currency. Always Decimal, never a float."""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal

from msgspec import Struct

CENT = Decimal("0.01")
_WIDE = Context(prec=80, rounding=ROUND_HALF_EVEN)
"""Wide enough for any amount times any count that can be written."""


class Money(Struct, frozen=True):
    """An amount in one currency, ISO 4217 code; an empty currency means "that of the budget"."""

    amount: Decimal
    currency: str = ""

    def times(self, factor: Decimal | int) -> "Money":
        """The amount taken ``factor`` times, rounded half-even to two places."""
        return Money(to_cents(_WIDE.multiply(self.amount, factor)), self.currency)

    def within(self, currency: str) -> "Money":
        """The same amount, in ``currency`` when it named none."""
        return self if self.currency else Money(self.amount, currency)


def to_cents(amount: Decimal) -> Decimal:
    """An amount rounded half-even to two places."""
    return amount.quantize(CENT, context=_WIDE)


def total(parts: Iterable[Money], currency: str) -> Money:
    """The sum of parts that share ``currency``; parts in another one are left out, never converted."""
    return Money(sum((p.amount for p in parts if p.currency in ("", currency)), Decimal(0)), currency)
