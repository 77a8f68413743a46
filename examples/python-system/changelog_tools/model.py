"""What a changelog holds."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Release:
    """A section of a changelog.

    :ivar version: The version as written, or ``"Unreleased"``.
    :ivar released: The day of the release, ``None`` for what is not released.
    :ivar changes: The entries by kind (``Added``, ``Fixed``, …), in the order of the file.
    """

    version: str
    released: date | None
    changes: dict[str, list[str]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """The number of entries of all kinds."""
        return sum(len(entries) for entries in self.changes.values())


@dataclass(frozen=True)
class Changelog:
    """The releases of a changelog, newest first.

    :ivar releases: What the file holds, in its order.
    """

    releases: list[Release]

    def latest(self) -> Release | None:
        """Return the newest release that has a date, or ``None``."""
        return next((r for r in self.releases if r.released is not None), None)

    def find(self, version: str) -> Release | None:
        """Return the release of a version, or ``None``.

        :param version: The version as written in the file.
        """
        return next((r for r in self.releases if r.version == version), None)
