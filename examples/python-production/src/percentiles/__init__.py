"""Distributions from a few percentiles.

An estimate is often three numbers: a low one, a middle one and a high one. They are percentiles,
and straight lines between them make a distribution that can be asked.
"""

from percentiles._distribution import Distribution
from percentiles._points import Point, PointError, read_points

__all__ = ["Distribution", "Point", "PointError", "read_points"]
