"""Reads changelogs in the form of `Keep a Changelog 1.1.0`."""

from changelog_tools.model import Changelog, Release
from changelog_tools.reader import ChangelogError, read_changelog

__all__ = ["Changelog", "ChangelogError", "Release", "read_changelog"]
