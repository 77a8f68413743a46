"""Reading, summing up and writing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Rate:
    """What one euro costs in a currency on a day.

    :ivar currency: Code of the currency (ISO 4217).
    :ivar day: The day.
    :ivar value: The price, above zero.
    """

    currency: str
    day: date
    value: Decimal

    @classmethod
    def from_json(cls, entry: Mapping[str, str]) -> "Rate":
        """Read an entry as the service writes it.

        :param entry: ``to``, ``day`` (ISO 8601) and ``value``.
        :raises ValueError: The value is not above zero, or the day is no day.
        """
        value = Decimal(str(entry["value"]))
        if value <= 0:
            raise ValueError(f"{entry['to']}: {value} is not above zero")
        return cls(entry["to"].upper(), date.fromisoformat(entry["day"]), value)


@dataclass(frozen=True)
class Summary:
    """The rates of one currency.

    :ivar currency: Code of the currency.
    :ivar first: The oldest price.
    :ivar last: The newest price.
    :ivar low: The lowest price.
    :ivar high: The highest price.
    """

    currency: str
    first: Decimal
    last: Decimal
    low: Decimal
    high: Decimal

    @property
    def change(self) -> Decimal:
        """How much the price changed from the first day to the last, in percent."""
        return (self.last / self.first - 1) * 100


def summarise(rates: Iterable[Rate]) -> list[Summary]:
    """Sum up rates by currency.

    :param rates: Rates of any days and currencies, in any order.
    :returns: One summary for each currency, in alphabetical order.
    """
    by_currency: dict[str, list[Rate]] = {}
    for rate in sorted(rates, key=lambda r: (r.currency, r.day)):
        by_currency.setdefault(rate.currency, []).append(rate)
    return [_summary(currency, own) for currency, own in by_currency.items()]


def to_text(summaries: Iterable[Summary]) -> str:
    """Write summaries as a table of plain text with a line for each.

    :param summaries: What to write.
    """
    return "\n".join(
        f"{s.currency} {s.last:>10.4f} {s.change:>+7.2f} % ({s.low:.4f} to {s.high:.4f})"
        for s in summaries
    )


def _summary(currency: str, rates: list[Rate]) -> Summary:
    values = [rate.value for rate in rates]
    return Summary(currency, values[0], values[-1], min(values), max(values))
