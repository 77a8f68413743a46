"""Reading of changelogs."""

import re
from datetime import date

from changelog_tools.model import Changelog, Release

KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")

_RELEASE = re.compile(r"## \[(?P<version>[^\]]+)\](?: - (?P<released>\S+))?(?P<rest>.*)")


class ChangelogError(ValueError):
    """A text that is not in the form of Keep a Changelog.

    :ivar line: The number of the line, from 1.
    """

    def __init__(self, line: int, problem: str) -> None:
        """Say what is wrong in a line."""
        super().__init__(f"line {line}: {problem}")
        self.line = line


def read_changelog(text: str) -> Changelog:
    """Read a changelog.

    :param text: The whole file.
    :raises ChangelogError: A heading or an entry stands where none may stand.
    """
    releases: list[Release] = []
    entries: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("## "):
            releases.append(_release(number, line))
            entries = None
        elif line.startswith("### "):
            entries = _section(number, line, releases)
        elif line.startswith("- "):
            if entries is None:
                raise ChangelogError(number, "an entry outside of a kind of changes")
            entries.append(line[2:].strip())
        elif line.startswith("  ") and entries:
            entries[-1] += " " + line.strip()
    return Changelog(releases)


def _release(number: int, line: str) -> Release:
    match = _RELEASE.fullmatch(line.rstrip())
    if match is None or match["rest"] not in ("", " [YANKED]"):
        raise ChangelogError(number, f"not a release: {line!r}")
    try:
        released = None if match["released"] is None else date.fromisoformat(match["released"])
    except ValueError:
        raise ChangelogError(number, f"not a day: {match['released']!r}") from None
    if released is None and match["version"] != "Unreleased":
        raise ChangelogError(number, f"{match['version']} has no day")
    return Release(match["version"], released)


def _section(number: int, line: str, releases: list[Release]) -> list[str]:
    kind = line[4:].strip()
    if kind not in KINDS:
        raise ChangelogError(number, f"{kind!r} is none of {', '.join(KINDS)}")
    if not releases:
        raise ChangelogError(number, "changes before the first release")
    return releases[-1].changes.setdefault(kind, [])
