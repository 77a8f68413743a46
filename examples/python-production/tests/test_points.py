import pytest

from percentiles import Point, PointError, read_points


def test_points_are_sorted():
    assert read_points("p90=9,p10=1, p50=5") == [Point(0.1, 1), Point(0.5, 5), Point(0.9, 9)]


def test_percentiles_need_not_be_whole():
    assert read_points("p2.5=-1, p97.5=1")[0] == Point(0.025, -1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no percentile"),
        ("p10, p50=5", "no percentile"),
        ("q10=1, p50=5", "no percentile"),
        ("p10=one, p50=5", "no number"),
        ("pten=1, p50=5", "no number"),
        ("p50=5", "two points"),
        ("p10=1, p110=5", "no probability"),
        ("p10=1, p10=5", "said twice"),
        ("p10=5, p50=1", "falls from"),
    ],
)
def test_what_makes_no_distribution_is_refused(text, message):
    with pytest.raises(PointError, match=message):
        read_points(text)
