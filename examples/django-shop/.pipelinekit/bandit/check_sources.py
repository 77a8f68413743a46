"""Looks whether there is something to scan: check_sources.py [--exclude=PATTERN]… PATH…

Scanners of Python sources pass over a path that does not exist and over a file that they cannot parse. Exit code: 0 where every path holds a source
and every source can be read by the Python that runs this, 2 otherwise.
"""
# A generated file: the repository's own rules are not for it.
# ruff: noqa
# flake8: noqa
# fmt: off

import argparse
import ast
import os
import sys
import tokenize
import warnings
from fnmatch import fnmatch
from pathlib import Path


def is_left_out(path, excluded):
    return any(path == pattern or path.startswith(pattern + "/") or fnmatch(path, pattern) for pattern in excluded)


def sources(start, excluded):
    """The sources at or below a path, as paths with slashes relative to the working folder."""
    if start.is_file():
        return [start.as_posix()]
    found = []
    for folder, folders, files in os.walk(start):
        below = Path(folder)
        folders[:] = sorted(name for name in folders if not is_left_out((below / name).as_posix(), excluded))
        found += [(below / name).as_posix() for name in sorted(files) if name.endswith((".py", ".pyw"))]
    return [path for path in found if not is_left_out(path, excluded)]


def unreadable(path):
    """Why Python cannot read a source, or None."""
    try:
        with warnings.catch_warnings(), tokenize.open(path) as file:
            warnings.simplefilter("ignore")
            ast.parse(file.read(), path)
    except (SyntaxError, ValueError, OSError, RecursionError) as error:
        return f"{path}:{getattr(error, 'lineno', None) or 1}: {getattr(error, 'msg', None) or error}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--exclude", action="append", default=[])
    parser.add_argument("paths", nargs="+", type=Path)
    options = parser.parse_args()
    excluded = [Path(pattern).as_posix() for pattern in options.exclude]
    problems = []
    for start in options.paths:
        found = sources(start, excluded)
        if not found:
            problems.append(f"no file below {start.as_posix()} was examined: " + ("there is no Python source in it" if start.exists() else "it does not exist"))
        failed = [text for text in map(unreadable, found) if text]
        if failed:
            count = "1 file" if len(failed) == 1 else f"{len(failed)} files"
            version = ".".join(map(str, sys.version_info[:2]))
            problems += [f"{count} could not be read by Python {version}:", *(f"  {text}" for text in failed)]
    print("\n".join(problems), file=sys.stderr, end="\n" if problems else "")
    return 2 if problems else 0


sys.exit(main())
