"""Reading of sizes."""

import re
from decimal import Decimal

from bytesizes._units import BY_LOWER_NAME

_SIZE = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>[a-z]*)", re.IGNORECASE | re.ASCII)


class SizeError(ValueError):
    """A text that is no size, or a size that is no whole number of bytes."""


def parse_size(text: str) -> int:
    """Read a size.

    Args:
        text: A number with an optional unit, such as ``"1.5 GiB"``, ``"20MB"`` or ``"512"``;
            the case of the unit does not matter.

    Returns:
        The number of bytes.

    Raises:
        SizeError: The text is not a size, its unit is unknown, or it is no whole number of bytes.
    """
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise SizeError(f"not a size: {text!r}")
    unit = match["unit"] or "B"
    factor = BY_LOWER_NAME.get(unit.lower())
    if factor is None:
        raise SizeError(f"unknown unit {unit!r} in {text!r}")
    size = Decimal(match["number"]) * factor
    if size != size.to_integral_value():
        raise SizeError(f"not a whole number of bytes: {text!r}")
    return int(size)
