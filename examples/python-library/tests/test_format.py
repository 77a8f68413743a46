import pytest

from bytesizes import format_size, parse_size


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1.0 KiB"),
        (1_610_612_736, "1.5 GiB"),
        (2**60, "1024.0 PiB"),
    ],
)
def test_writes_binary_units(size: int, text: str) -> None:
    assert format_size(size) == text


def test_writes_decimal_units() -> None:
    assert format_size(1_500_000, binary=False, digits=2) == "1.50 MB"


@pytest.mark.parametrize("size", [0, 1, 512, 2048, 5 * 2**30])
def test_reads_what_it_writes(size: int) -> None:
    assert parse_size(format_size(size)) == size


@pytest.mark.parametrize("arguments", [{"size": -1}, {"size": 1, "digits": -1}])
def test_refuses_negative_numbers(arguments: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="not negative"):
        format_size(**arguments)
