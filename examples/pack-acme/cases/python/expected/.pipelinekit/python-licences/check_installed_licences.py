"""Checks the licences of the distributions that a project needs, from the metadata of what is installed. Only the standard library is used.

    python check_installed_licences.py --policy=FILE [--report=FILE] [--summary=FILE]

What the project itself asks for comes from pyproject.toml, setup.cfg or requirements.txt; what those need in turn comes from the installed
metadata. The project itself is not judged; its development groups are, where the policy's dev says so (see licence_policy.py).
Exit code: 0 nothing is refused, 10 something is, 1 the check could not be made.
"""
# A generated file: the repository's own rules are not for it.
# ruff: noqa
# flake8: noqa
# mypy: ignore-errors
# pylint: skip-file
# fmt: off

import configparser
import json
import re
import sys
from datetime import datetime, timezone
from importlib import metadata
from pathlib import Path

from licence_policy import FAILING, Policy, PolicyError, classified, conclude, show
from spdx_expressions import read

REFUSED, BROKEN, SHOWN = 10, 1, 50
ORDER = ("expired", "denied", "reported", "review", "excepted", "ignored", "allowed")


class CheckError(Exception):
    """The check cannot be made; the message says why."""


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def pyproject():
    path = Path("pyproject.toml")
    if not path.is_file():
        return {}
    try:
        import tomllib
    except ImportError:  # Python 3.10 and older
        from pip._vendor import tomli as tomllib
    return tomllib.loads(path.read_text(encoding="utf-8"))


def own_name(table):
    return table.get("project", {}).get("name") or table.get("tool", {}).get("poetry", {}).get("name")


def poetry_names(tables):
    """Poetry's tables as requirements; what is optional or has markers may be missing."""
    for name, value in tables.items():
        guarded = not isinstance(value, str) and (isinstance(value, list) or {"optional", "markers", "python"} & set(value))
        extras = ",".join(value.get("extras", [])) if isinstance(value, dict) else ""
        if name != "python":
            yield f"{name}[{extras}]" + ("; guarded" if guarded else "")


def shipped(table):
    """The project's requirements as it writes them."""
    project, poetry = table.get("project"), table.get("tool", {}).get("poetry", {})
    if project is not None and "dependencies" not in project.get("dynamic", []):
        return [*project.get("dependencies", []), *poetry_names(poetry.get("dependencies", {}))]
    if poetry:
        return list(poetry_names(poetry.get("dependencies", {})))
    setup = configparser.ConfigParser(interpolation=None)
    setup.read("setup.cfg", encoding="utf-8")
    if setup.has_option("options", "install_requires"):
        return setup.get("options", "install_requires").split("\n")
    if project is not None or Path("setup.py").is_file():
        name = own_name(table) or setup.get("metadata", "name", fallback=None)
        installed = distribution(name) if name else None
        if installed is not None:
            return [line for line in installed.requires or [] if "extra ==" not in line]
    if Path("requirements.txt").is_file():
        return list(listed(Path("requirements.txt")))
    raise CheckError("neither pyproject.toml, setup.cfg, requirements.txt nor the installed project says what the project needs")


def listed(path):
    """The lines of a requirements file and of those that it includes."""
    for line in path.read_text(encoding="utf-8-sig").replace("\\\n", " ").split("\n"):
        line = re.split(r"\s+(?:#|--)|^#", line.strip())[0]
        if included := re.match(r"(?:-r|--requirement)[\s=]*(.+)", line):
            yield from listed(path.parent / included[1].strip())
        elif re.match(r"(?:-e|--editable)?\s*(?:\.|[A-Za-z]+\+|[A-Za-z]+://)", line):
            if not re.fullmatch(r"(?:-e|--editable)?\s*\.(?:\[.*\])?/?", line):
                raise CheckError(f"{path}: {line} does not say which distribution it is; write NAME @ ADDRESS")
        elif not line.startswith("-"):
            yield line


def development(table):
    poetry = table.get("tool", {}).get("poetry", {})
    groups = [line for group in table.get("dependency-groups", {}).values() for line in group if isinstance(line, str)]
    tables = [poetry.get("dev-dependencies", {}), *(group.get("dependencies", {}) for group in poetry.get("group", {}).values())]
    return groups + [line for names in tables for line in poetry_names(names)]


def distribution(name):
    return next(iter(metadata.distributions(name=name)), None)


def needed(requirements, own):
    """All distributions below some requirements, by normal name. What a marker guards may be missing."""
    found, seen, todo = {}, set(), list(requirements)
    while todo:
        line = todo.pop().strip()
        match = re.match(r"([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[([^\]]*)\])?", line)
        if match is None or line in seen or normal(match[1]) == own:
            continue
        seen.add(line)
        installed = distribution(match[1])
        if installed is None:
            if ";" in line:
                continue
            raise CheckError(f"{match[1]} is not installed, so its licence cannot be seen; install the project first")
        found[normal(match[1])] = installed
        extras = {extra.strip().lower() for extra in (match[2] or "").split(",")}
        for below in installed.requires or []:
            extra = re.search(r"extra\s*==\s*['\"]([^'\"]+)['\"]", below)
            if extra is None or extra[1].lower() in extras:
                todo.append(below)
    return found


def licence(installed):
    """The licence as an expression: License-Expression, else the old field and the classifiers together."""
    expression = (installed.metadata.get("License-Expression") or "").strip()
    if expression:
        return read(expression)
    classifiers = [line.split(" :: ")[-1] for line in installed.metadata.get_all("Classifier") or [] if line.startswith("License :: ")]
    field = (installed.metadata.get("License") or "").strip()
    stated = [read(field)] if field not in ("", "UNKNOWN") else []
    return conclude(stated + [classified(name) for name in classifiers if name != "OSI Approved"])


def rows(policy):
    table = pyproject()
    own = normal(own_name(table) or "")
    production = needed(shipped(table), own)
    others = {} if policy.dev == "ignore" else needed(development(table), own)
    for name, installed in sorted({**others, **production}.items()):
        tree = licence(installed)
        outcome, why = policy.decide(name, installed.version, tree, name not in production)
        yield {"name": name, "version": installed.version, "licence": show(tree), "outcome": outcome, "why": why}


def plain(text):
    """Names come from packages of unknown origin: nothing in them is an escape or a change of direction."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", " ", text)


def cell(text):
    return re.sub(r"([\\|`*_<>\[\]])", r"\\\1", plain(text))


def markdown(decided, total):
    told = sorted((row for row in decided if row["outcome"] != "allowed"), key=lambda row: ORDER.index(row["outcome"]))
    lines = [f"## Licences: {total}", ""]
    if told:
        lines += ["| package | licence | outcome | why |", "| --- | --- | --- | --- |"]
        for row in told[:SHOWN]:
            lines.append(f"| {cell(row['name'])} {cell(row['version'])} | {cell(row['licence'])} | {row['outcome']} | {cell(row['why'])} |")
    lines += ["", f"… and {len(told) - SHOWN:,} more."] if len(told) > SHOWN else []
    return "\n".join(lines).rstrip() + "\n"


def check(options):
    if "policy" not in options:
        raise CheckError("name the policy with --policy=FILE")
    policy = Policy(json.loads(Path(options["policy"]).read_text(encoding="utf-8")), datetime.now(timezone.utc).date(), normal)
    decided = list(rows(policy))
    refused = [row for row in decided if row["outcome"] in FAILING]
    total = f"{len(decided)} packages, {len(refused)} not allowed"
    for name, text in (("report", json.dumps(decided, indent=2) + "\n"), ("summary", markdown(decided, total))):
        if name in options:
            Path(options[name]).parent.mkdir(parents=True, exist_ok=True)
            Path(options[name]).write_text(text, encoding="utf-8")
    for row in refused:
        print(plain(f"{row['name']} {row['version']}: {row['licence']} is {row['outcome']}: {row['why']}"))
    print(total)
    return REFUSED if refused else 0


def main(arguments):
    options = dict(re.findall(r"^--(policy|report|summary)=(.+)$", "\n".join(arguments), re.MULTILINE))
    try:
        return check(options)
    except (CheckError, PolicyError, OSError, ValueError, KeyError) as error:
        print(f"licences: {error}", file=sys.stderr)
        return BROKEN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
