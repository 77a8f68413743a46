from datetime import date

import pytest

from changelog_tools import ChangelogError, read_changelog

TEXT = """\
# Changelog

## [Unreleased]
### Added
- A new command.

## [1.1.0] - 2024-03-05
### Added
- Releases are found
  by their version.
### Fixed
- Days are checked.

## [1.0.0] - 2024-01-02 [YANKED]
"""


def test_reads_releases_in_order() -> None:
    changelog = read_changelog(TEXT)
    assert [r.version for r in changelog.releases] == ["Unreleased", "1.1.0", "1.0.0"]
    assert [r.released for r in changelog.releases] == [None, date(2024, 3, 5), date(2024, 1, 2)]
    assert [r.count for r in changelog.releases] == [1, 2, 0]


def test_joins_the_lines_of_an_entry() -> None:
    release = read_changelog(TEXT).find("1.1.0")
    assert release is not None
    assert release.changes["Added"] == ["Releases are found by their version."]


def test_the_latest_release_has_a_day() -> None:
    assert read_changelog(TEXT).latest().version == "1.1.0"
    assert read_changelog("# Nothing\n").latest() is None


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("## 1.0.0\n", 1, "not a release"),
        ("## [1.0.0] - 2024-01-02 [LOST]\n", 1, "not a release"),
        ("\n## [1.0.0]\n", 2, "has no day"),
        ("## [1.0.0] - 2024-13-01\n", 1, "not a day"),
        ("### Added\n", 1, "before the first release"),
        ("## [Unreleased]\n### Addde\n", 2, "is none of"),
        ("## [Unreleased]\n- An entry\n", 2, "outside"),
    ],
)
def test_says_what_is_wrong(text: str, line: int, problem: str) -> None:
    with pytest.raises(ChangelogError, match=problem) as raised:
        read_changelog(text)
    assert raised.value.line == line
