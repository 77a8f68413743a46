"""Points of a distribution: a probability and the value that is not exceeded with it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple


class PointError(ValueError):
    """Points that make no distribution."""


class Point(NamedTuple):
    """A point of the cumulative distribution.

    The probability lies between 0 and 1; the value is what is not exceeded with it, in the unit of
    the caller.
    """

    probability: float
    value: float


def read_points(text: str) -> list[Point]:
    """Reads points as people write them.

    Args:
        text: For example ``p10=3, p50=5, p90=12``; percentiles need not be whole.

    Returns:
        The points, by rising probability.

    Raises:
        PointError: A part is no percentile with a number, or the points make no distribution.
    """
    points = [_read_point(part.strip()) for part in text.split(",")]
    return check_points(points)


def check_points(points: Iterable[Point]) -> list[Point]:
    """Sorts points and refuses those that make no distribution.

    Args:
        points: In any order.

    Returns:
        The points, by rising probability.

    Raises:
        PointError: Fewer than two, a probability outside 0 to 1 or said twice, or a value that
            falls.
    """
    ordered = sorted(points)
    if len(ordered) < 2:
        raise PointError("a distribution needs two points at least")
    for point in ordered:
        if not 0 <= point.probability <= 1:
            raise PointError(f"{point.probability} is no probability")
    for before, after in pairwise(ordered):
        if before.probability == after.probability:
            raise PointError(f"the probability {after.probability} is said twice")
        if before.value > after.value:
            raise PointError(f"the value falls from {before.value} to {after.value}")
    return ordered


def _read_point(part: str) -> Point:
    name, equals, value = part.partition("=")
    if not equals or not name.startswith("p"):
        raise PointError(f"{part!r} is no percentile; write for example p50=5")
    try:
        return Point(float(name[1:]) / 100, float(value))
    except ValueError as error:
        raise PointError(f"{part!r} holds no number where one must be") from error
