"""Checks the licences of the distributions that a project needs at run time, from the metadata of what is installed.

The project's own requirements come from pyproject.toml, setup.cfg or requirements.txt; what those need in turn comes from the
installed metadata. Only the standard library is used. Exit code: 0 all allowed, 1 not allowed, 2 the check could not be made.
"""

import argparse
import configparser
import json
import re
import sys
from importlib import metadata
from pathlib import Path

# Classifiers ("License :: OSI Approved :: ...") and old spellings of the licence field, as SPDX identifiers.
SPELLINGS = {
    "mit": "MIT", "mit license": "MIT", "expat": "MIT",
    "apache software license": "Apache-2.0", "apache 2.0": "Apache-2.0", "apache license 2.0": "Apache-2.0", "apache-2": "Apache-2.0",
    "bsd": "BSD-3-Clause", "bsd license": "BSD-3-Clause", "bsd 3-clause": "BSD-3-Clause", "new bsd": "BSD-3-Clause", "bsd-2": "BSD-2-Clause",
    "isc license (iscl)": "ISC", "isc": "ISC", "zlib/libpng license": "Zlib", "the unlicense (unlicense)": "Unlicense",
    "python software foundation license": "PSF-2.0", "psf": "PSF-2.0", "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0", "mpl-2.0": "MPL-2.0",
    "gnu lesser general public license v2 or later (lgplv2+)": "LGPL-2.1-or-later",
    "gnu lesser general public license v3 (lgplv3)": "LGPL-3.0-only", "gnu lesser general public license v3 or later (lgplv3+)": "LGPL-3.0-or-later",
    "gnu general public license (gpl)": "GPL-2.0-only", "gpl": "GPL-2.0-only", "gnu general public license v2 (gplv2)": "GPL-2.0-only",
    "gnu general public license v2 or later (gplv2+)": "GPL-2.0-or-later", "gnu general public license v3 (gplv3)": "GPL-3.0-only",
    "gnu general public license v3 or later (gplv3+)": "GPL-3.0-or-later", "gnu affero general public license v3": "AGPL-3.0-only",
    "gnu affero general public license v3 or later (agplv3+)": "AGPL-3.0-or-later",
}


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def declared():
    """The project's requirements as it writes them."""
    pyproject = Path("pyproject.toml")
    if pyproject.is_file():
        import tomllib

        project = tomllib.loads(pyproject.read_text(encoding="utf-8")).get("project")
        if project is not None and "dependencies" not in project.get("dynamic", []):
            return project.get("dependencies", [])
    setup = configparser.ConfigParser(interpolation=None)
    setup.read("setup.cfg", encoding="utf-8")
    if setup.has_section("metadata"):
        return setup.get("options", "install_requires", fallback="").split("\n")
    requirements = Path("requirements.txt")
    return requirements.read_text(encoding="utf-8").split("\n") if requirements.is_file() else []


def needed(requirements):
    """All distributions below some requirements, by normal name; None for one that is not installed."""
    found = {}
    todo = [(line, False) for line in requirements]
    while todo:
        line, conditional = todo.pop()
        match = re.match(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)", line)
        if match is None or "extra ==" in line or normal(match[1]) in found:
            continue
        try:
            distribution = metadata.distribution(match[1])
        except metadata.PackageNotFoundError:
            if not conditional and ";" not in line:
                found[normal(match[1])] = None
            continue
        found[normal(match[1])] = distribution
        todo += [(below, ";" in below) for below in distribution.requires or []]
    return found


def licence(distribution):
    """The licence as an SPDX expression, or an empty text."""
    expression = distribution.metadata.get("License-Expression")
    if expression:
        return expression
    names = [c.split(" :: ")[-1] for c in distribution.metadata.get_all("Classifier") or [] if c.startswith("License :: ") and c.count(" :: ") > 1]
    names = names or [(distribution.metadata.get("License") or "").strip()]
    known = [SPELLINGS.get(name.lower(), name if re.fullmatch(r"[A-Za-z0-9.+-]+", name) and "-" in name else "") for name in names]
    return " OR ".join(known) if all(known) else ""


def holds(expression, allowed):
    """True when one alternative of an expression consists of allowed licences only. AND binds more tightly than OR."""
    flat = expression.replace("(", " ").replace(")", " ")
    return any(all(allowed(part.split(" WITH ")[0].strip()) for part in option.split(" AND ")) for option in flat.split(" OR "))


def main():
    parser = argparse.ArgumentParser(allow_abbrev=False)
    for name in ("allow", "deny", "ignore"):
        parser.add_argument(f"--{name}", default="", metavar="NAME;NAME")
    parser.add_argument("--unknown", choices=("deny", "allow"), default="deny")
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    allow, deny, ignore = ({word for word in text.split(";") if word} for text in (options.allow, options.deny, options.ignore))
    rows = []
    for name, distribution in sorted(needed(declared()).items()):
        if name in {normal(word) for word in ignore}:
            verdict, text = "ignored", ""
        elif distribution is None:
            print(f"{name} is not installed, so its licence cannot be seen", file=sys.stderr)
            return 2
        else:
            text = licence(distribution)
            known = allow or options.unknown == "deny" or text
            good = holds(text, lambda part: part in allow if allow else part not in deny) if text else not known
            verdict = "allowed" if good else "not allowed"
        rows.append({"name": name, "version": distribution.version if distribution else "", "licence": text or "unknown", "verdict": verdict})
    if options.report:
        options.report.parent.mkdir(parents=True, exist_ok=True)
        options.report.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    for row in rows:
        print(f"{row['name']} {row['version']}: {row['licence']}: {row['verdict']}")
    bad = sum(row["verdict"] == "not allowed" for row in rows)
    print(f"{len(rows)} distributions, {bad} not allowed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
