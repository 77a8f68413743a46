import io
import json
from decimal import Decimal

import pytest

from report import Rate, summarise
from report.__main__ import main

RATES = [
    {"to": "usd", "day": "2024-01-04", "value": "1.10"},
    {"to": "USD", "day": "2024-01-02", "value": "1.00"},
    {"to": "USD", "day": "2024-01-03", "value": "1.25"},
    {"to": "CHF", "day": "2024-01-02", "value": 0.93},
]


def test_sums_up_by_currency_in_the_order_of_days() -> None:
    chf, usd = summarise(Rate.from_json(entry) for entry in RATES)
    assert (chf.currency, chf.low, chf.high) == ("CHF", Decimal("0.93"), Decimal("0.93"))
    assert (usd.first, usd.last, usd.low, usd.high) == tuple(
        Decimal(v) for v in ("1.00", "1.10", "1.00", "1.25")
    )
    assert usd.change == 10


def test_prints_a_line_for_each_currency(monkeypatch, capsys) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(RATES)))
    assert main() == 0
    assert capsys.readouterr().out.splitlines() == [
        "CHF     0.9300   +0.00 % (0.9300 to 0.9300)",
        "USD     1.1000  +10.00 % (1.0000 to 1.2500)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[",
        '[{"to": "USD"}]',
        '[{"to": "USD", "day": "2024-01-02", "value": 0}]',
        '[{"to": "USD", "day": "monday", "value": 1}]',
    ],
)
def test_a_list_that_cannot_be_read_is_a_problem(monkeypatch, capsys, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert main() == 1
    assert capsys.readouterr().err.startswith("report: ")
