"""Sizes in bytes as people write them.

Units of powers of ten (``kB``, ``MB``, …) and of powers of two (``KiB``, ``MiB``, …) are kept
apart, as IEC 80000-13 defines them.
"""

from bytesizes._format import format_size
from bytesizes._parse import SizeError, parse_size

__all__ = ["SizeError", "format_size", "parse_size"]
