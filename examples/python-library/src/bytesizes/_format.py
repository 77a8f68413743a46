"""Writing of sizes."""

from bytesizes._units import BINARY, BYTE, DECIMAL


def format_size(size: int, *, binary: bool = True, digits: int = 1) -> str:
    """Write a size with the largest unit that keeps the number at 1 or above.

    Args:
        size: The number of bytes, at least 0.
        binary: Whether to use units of powers of two.
        digits: How many digits follow the decimal point; whole bytes have none.

    Returns:
        A text such as ``"1.5 GiB"``.

    Raises:
        ValueError: The size or the number of digits is negative.
    """
    if size < 0:
        raise ValueError(f"a size is not negative: {size}")
    if digits < 0:
        raise ValueError(f"a number of digits is not negative: {digits}")
    units = {**BYTE, **(BINARY if binary else DECIMAL)}
    unit, factor = max(
        ((name, bytes_) for name, bytes_ in units.items() if bytes_ <= max(size, 1)),
        key=lambda pair: pair[1],
    )
    if factor == 1:
        return f"{size} {unit}"
    return f"{size / factor:.{digits}f} {unit}"
