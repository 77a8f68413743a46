import pytest

from bytesizes import SizeError, parse_size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("0", 0),
        ("512", 512),
        ("512 B", 512),
        ("20MB", 20_000_000),
        ("20 mb", 20_000_000),
        ("1.5 GiB", 1_610_612_736),
        (" 2 KiB ", 2048),
        ("1.5 kB", 1500),
    ],
)
def test_reads_sizes(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not a size"),
        ("MB", "not a size"),
        ("-1 MB", "not a size"),
        ("1,5 MB", "not a size"),
        ("3 parsecs", "unknown unit 'parsecs'"),
        ("0.5", "not a whole number of bytes"),
        ("1.0001 kB", "not a whole number of bytes"),
    ],
)
def test_says_what_is_wrong(text: str, problem: str) -> None:
    with pytest.raises(SizeError, match=problem):
        parse_size(text)
