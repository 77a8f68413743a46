"""Command line: ``changelog latest|show VERSION|check`` for CHANGELOG.md or another file."""

import argparse
import sys
from pathlib import Path

from changelog_tools.model import Release
from changelog_tools.reader import ChangelogError, read_changelog


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; 0 is success, 1 a problem of the changelog.

    :param arguments: What stands behind the program's name; by default, this process's own.
    """
    options = _parser().parse_args(arguments)
    try:
        changelog = read_changelog(Path(options.file).read_text(encoding="utf-8"))
    except (ChangelogError, OSError) as problem:
        print(f"{options.file}: {problem}", file=sys.stderr)
        return 1
    if options.command == "check":
        print(f"{len(changelog.releases)} releases")
        return 0
    release = changelog.latest() if options.command == "latest" else changelog.find(options.version)
    if release is None:
        print(f"{options.file}: no such release", file=sys.stderr)
        return 1
    print(release.version if options.command == "latest" else _text(release))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="changelog", description="Reads a changelog.")
    parser.add_argument("--file", default="CHANGELOG.md", help="the changelog (CHANGELOG.md)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("latest", help="print the newest version")
    commands.add_parser("check", help="read the file and count its releases")
    commands.add_parser("show", help="print the changes of a version").add_argument("version")
    return parser


def _text(release: Release) -> str:
    lines = []
    for kind, entries in release.changes.items():
        lines += [f"{kind}:", *(f"- {entry}" for entry in entries)]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
