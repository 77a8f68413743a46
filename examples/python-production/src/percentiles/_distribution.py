"""A distribution with straight lines between its points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from random import Random

from percentiles._points import Point, check_points


class Distribution:
    """What is known of a number by a few percentiles.

    Between two points the cumulative distribution is a straight line. Outside the points the
    nearest line goes on, so that three percentiles of an estimate say something about its extremes
    too.
    """

    def __init__(self, points: Iterable[Point]) -> None:
        """Makes a distribution.

        Args:
            points: At least two, in any order; see ``read_points``.

        Raises:
            PointError: The points make no distribution.
        """
        known = check_points(points)
        self._points = [*_extended(known)]

    @property
    def minimum(self) -> float:
        """The smallest value."""
        return self._points[0].value

    @property
    def maximum(self) -> float:
        """The largest value."""
        return self._points[-1].value

    def quantile(self, probability: float) -> float:
        """Returns the value that is not exceeded with a probability.

        Args:
            probability: Between 0 and 1.

        Raises:
            ValueError: The probability lies outside.
        """
        if not 0 <= probability <= 1:
            raise ValueError(f"{probability} is no probability")
        index = bisect_right([point.probability for point in self._points], probability)
        left, right = self._around(index)
        share = (probability - left.probability) / (right.probability - left.probability)
        return left.value + share * (right.value - left.value)

    def probability(self, value: float) -> float:
        """Returns the probability that a value is not exceeded."""
        if value < self.minimum:
            return 0.0
        if value >= self.maximum:
            return 1.0
        index = bisect_right([point.value for point in self._points], value)
        left, right = self._around(index)
        share = (value - left.value) / (right.value - left.value)
        return left.probability + share * (right.probability - left.probability)

    def mean(self) -> float:
        """Returns the expected value."""
        return sum(
            (after.probability - before.probability) * (after.value + before.value) / 2
            for before, after in pairwise(self._points)
        )

    def sample(self, count: int, chance: Random) -> list[float]:
        """Draws values.

        Args:
            count: How many.
            chance: Where chance comes from; a seeded one repeats itself.
        """
        return [self.quantile(chance.random()) for _ in range(count)]

    def _around(self, index: int) -> tuple[Point, Point]:
        right = min(max(index, 1), len(self._points) - 1)
        return self._points[right - 1], self._points[right]


def _extended(points: list[Point]) -> Iterator[Point]:
    """Goes on along the outer lines to the probabilities 0 and 1."""
    if points[0].probability > 0:
        yield _on_line(points[0], points[1], 0.0)
    yield from points
    if points[-1].probability < 1:
        yield _on_line(points[-2], points[-1], 1.0)


def _on_line(before: Point, after: Point, probability: float) -> Point:
    slope = (after.value - before.value) / (after.probability - before.probability)
    return Point(probability, before.value + slope * (probability - before.probability))
