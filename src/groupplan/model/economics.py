"""What a plan earns and what each member costs. Money is ``Decimal`` with a currency throughout."""

from datetime import date

from msgspec import Struct

from groupplan.model.estimate import Estimate
from groupplan.model.money import Money


class Amounts(Struct, frozen=True):
    """Low, likely and high; None where nobody is left to divide by."""

    low: Money | None
    likely: Money | None
    high: Money | None


class Payout(Struct, frozen=True):
    """A reward: how many go out, how many there are, and when the last one goes."""

    name: str
    """"" for a referral reward without a name."""
    unit: Money
    expected: int
    cautious: int
    cap: int
    """0: no cap is given."""
    runs_out: date | None = None
    """The day the last one goes, at the cautious figure; None where the stock lasts."""
    closed_by: str = ""
    """Key of the task that tells members so, "" for none."""
    closed_on: date | None = None

    @property
    def worst(self) -> Money:
        """What is paid at the cautious figure, at most the cap."""
        return self.unit.times(min(self.cautious, self.cap) if self.cap else self.cautious)


class Margin(Struct, frozen=True):
    """What one sale leaves after refunds and cost, and how many sales pay for the plan."""

    offer: str
    """Id of the offer; "" for the fee of entry."""
    name: str
    price: Money
    refund: Estimate
    """Share of sales that are refunded."""
    cost: Money | None
    """What one costs the seller; None where the brief does not say."""
    left: Amounts
    """Margin of one sale: low at the highest refund rate."""
    buyers: Estimate | None
    """Buyers expected if all who pay take this; at most as many as are for sale."""
    break_even: tuple[int | None, int | None, int | None]
    """Sales that pay for the plan: at the high, likely and low margin; None where no number does."""

    @property
    def refunded(self) -> int:
        """Sales that are given back, of the buyers expected."""
        return round(self.refund.likely * self.buyers.likely) if self.buyers else 0


class Head(Struct, frozen=True):
    """What one member of a sort costs: kept after 30 days, or paying."""

    id: str
    people: Estimate
    cash: Amounts
    whole: Amounts
    """With the team's own hours."""


class Economy(Struct, frozen=True):
    """Payouts, margins, cost per head."""

    spent: Money
    """What is paid out at the expected figures."""
    cautious: Money
    """The same where every reward goes out as often as the cautious figure says."""
    labour: Money
    payouts: tuple[Payout, ...]
    margins: tuple[Margin, ...]
    heads: tuple[Head, ...]
    counted_once: Money | None = None
    """The tools one by one, where the budget has a line for tools that stands for them."""

    @property
    def whole(self) -> Money:
        """Money spent and the team's own hours."""
        return Money(self.spent.amount + self.labour.amount, self.spent.currency)
