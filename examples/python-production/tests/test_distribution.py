from random import Random

import pytest

from percentiles import Distribution, Point, PointError, read_points


@pytest.fixture
def estimate():
    return Distribution(read_points("p10=2, p50=4, p90=12"))


@pytest.mark.parametrize(
    ("probability", "value"),
    [(0.1, 2), (0.3, 3), (0.5, 4), (0.7, 8), (0.9, 12), (0, 1.5), (1, 14)],
)
def test_quantiles_lie_on_the_lines(estimate, probability, value):
    assert estimate.quantile(probability) == pytest.approx(value)


@pytest.mark.parametrize(
    ("value", "probability"), [(0, 0), (2, 0.1), (3, 0.3), (8, 0.7), (14, 1), (99, 1)]
)
def test_probabilities_undo_quantiles(estimate, value, probability):
    assert estimate.probability(value) == pytest.approx(probability)


def test_outer_lines_go_on(estimate):
    assert (estimate.minimum, estimate.maximum) == (pytest.approx(1.5), pytest.approx(14))


def test_the_mean_of_a_uniform_distribution_is_its_middle():
    assert Distribution([Point(1, 10), Point(0, 4)]).mean() == pytest.approx(7)


def test_a_skewed_estimate_has_a_mean_above_its_median(estimate):
    assert estimate.mean() > estimate.quantile(0.5)


def test_samples_repeat_with_the_seed_and_stay_inside(estimate):
    first, second = (estimate.sample(500, Random(7)) for _ in range(2))
    assert first == second
    assert all(estimate.minimum <= value <= estimate.maximum for value in first)
    assert sum(value <= 4 for value in first) / 500 == pytest.approx(0.5, abs=0.07)


def test_a_step_keeps_its_probability():
    step = Distribution([Point(0, 1), Point(0.5, 1), Point(1, 3)])
    assert step.probability(1) == pytest.approx(0.5)
    assert step.quantile(0.25) == pytest.approx(1)


@pytest.mark.parametrize("probability", [-0.1, 1.1])
def test_no_quantile_outside(estimate, probability):
    with pytest.raises(ValueError, match="no probability"):
        estimate.quantile(probability)


def test_one_point_is_not_enough():
    with pytest.raises(PointError, match="two points"):
        Distribution([Point(0.5, 1)])
