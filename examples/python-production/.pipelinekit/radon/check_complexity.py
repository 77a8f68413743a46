"""Decides by what Radon measured: check_complexity.py FOLDER --absolute=B --modules=A --average=A --maintainability=A [--prefix=PATH].

Reads FOLDER/complexity.json (radon cc --json) and FOLDER/maintainability.json (radon mi --json); writes FOLDER/summary.md and
FOLDER/codequality.json, whose paths begin with the prefix. Exit code: 0 within the limits, 1 findings, 2 a file that Radon
could not read, or none at all (`--empty=allowed`: 0).
"""
# A generated file: the repository's own rules are not for it.
# ruff: noqa
# flake8: noqa
# fmt: off

import argparse
import hashlib
import json
import math
import sys
from pathlib import Path

RANKS = "ABCDEF"


def rank(complexity: float) -> str:
    """Radon's rank of a cyclomatic complexity: A to 5, B to 10, then one for every ten."""
    return RANKS[0] if complexity <= 5 else RANKS[min(math.ceil(complexity / 10), 5)]


def mean(blocks: list[dict]) -> float:
    return sum(block["complexity"] for block in blocks) / len(blocks) if blocks else 0.0


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    for name, ranks in (("absolute", RANKS), ("modules", RANKS), ("average", RANKS), ("maintainability", "ABC")):
        parser.add_argument(f"--{name}", required=True, choices=list(ranks))
    parser.add_argument("--prefix", default="")
    parser.add_argument("--empty", default="")
    return parser.parse_args()


def findings(limits: argparse.Namespace, complexity: dict, index: dict) -> list[tuple[str, int, str, str]]:
    """What is worse than the limits, as (file, line, name of the check, text)."""
    found = []
    for file, blocks in complexity.items():
        for block in (b for b in blocks if b["rank"] > limits.absolute):
            name = ".".join(filter(None, [block.get("classname"), block["name"]]))
            found.append((file, block["lineno"], "complexity", f"{block['type']} {name} has complexity {block['complexity']}, rank {block['rank']}; the limit is {limits.absolute}"))
        if blocks and rank(mean(blocks)) > limits.modules:
            found.append((file, 1, "module-complexity", f"the mean complexity is {mean(blocks):.2f}, rank {rank(mean(blocks))}; the limit is {limits.modules}"))
    for file, value in index.items():
        if value["rank"] > limits.maintainability:
            found.append((file, 1, "maintainability", f"the maintainability index is {value['mi']:.2f}, rank {value['rank']}; the limit is {limits.maintainability}"))
    return found


def issue(found: tuple[str, int, str, str], prefix: str) -> dict:
    file, line, check, text = found
    path = "/".join(filter(None, [prefix, file]))
    # The measured value stays out of the fingerprint, so that it survives changes that do not mend the finding.
    identity = f"{check} {path} {text.split(' has ')[0] if check == 'complexity' else ''}"
    return {
        "description": text,
        "check_name": check,
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": "major",
        "location": {"path": path, "lines": {"begin": line}},
    }


def main() -> int:
    limits = options()
    measured = {name: json.loads((limits.folder / f"{name}.json").read_text(encoding="utf-8")) for name in ("complexity", "maintainability")}
    errors = {file: value["error"] for part in measured.values() for file, value in part.items() if isinstance(value, dict) and "error" in value}
    for file, text in sorted(errors.items()):
        print(f"{file}: {text}", file=sys.stderr)
    complexity = {Path(file).as_posix(): blocks for file, blocks in measured["complexity"].items() if file not in errors}
    index = {Path(file).as_posix(): value for file, value in measured["maintainability"].items() if file not in errors}
    found = sorted(findings(limits, complexity, index))
    average = mean([block for blocks in complexity.values() for block in blocks])
    (limits.folder / "codequality.json").write_text(json.dumps([issue(f, limits.prefix) for f in found], indent=2) + "\n", encoding="utf-8")
    for file, line, _, text in found:
        print(f"{file}:{line}: {text}")
    too_complex = rank(average) > limits.average
    verdict = f"{len(index)} files, mean complexity {average:.2f} (rank {rank(average)}, limit {limits.average}), {len(found)} findings"
    print(verdict)
    rows = "".join(f"| `{file}:{line}` | {text} |\n" for file, line, _, text in found)
    (limits.folder / "summary.md").write_text(f"{verdict}\n" + (f"\n| Place | Finding |\n| --- | --- |\n{rows}" if rows else ""), encoding="utf-8")
    if not measured["maintainability"] and limits.empty != "allowed":
        print("no file was examined: there is no Python source at the paths of the stage", file=sys.stderr)
        return 2
    return 2 if errors else 1 if found or too_complex else 0


if __name__ == "__main__":
    sys.exit(main())
