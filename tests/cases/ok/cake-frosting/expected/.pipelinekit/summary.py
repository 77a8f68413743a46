# Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
# An edit here is reported by `generate --check` and never overwritten.
# Prints test results (JUnit) and coverage (Cobertura) as Markdown, for the summary of a job. Arguments: files or patterns; others are printed as they are.
# fmt: off
# ruff: noqa
# flake8: noqa
import glob
import sys
from xml.etree import ElementTree


def tests(roots):
    cases = [case for root in roots for case in root.iter("testcase")]
    failed = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
    skipped = sum(case.find("skipped") is not None for case in cases)
    print(f"{len(cases)} tests, {len(failed)} failed, {skipped} skipped\n")
    for case in failed[:50]:
        print(f"- `{case.get('classname', '')} {case.get('name', '')}`".replace("` ", "`"))
    if len(failed) > 50:
        print(f"- and {len(failed) - 50} more")


def coverage(root):
    print(f"\nLine coverage: {float(root.get('line-rate', 0)):.1%}\n")
    files = {}
    for item in root.iter("class"):
        lines = files.setdefault(item.get("filename", ""), {})
        for line in item.iter("line"):
            number = line.get("number")
            lines[number] = lines.get(number, False) or line.get("hits") != "0"
    missed = sorted((list(lines.values()).count(False), name, len(lines)) for name, lines in files.items())
    missed = [entry for entry in reversed(missed) if entry[0]]
    if missed:
        print("| file | lines | missed |\n|---|--:|--:|")
        for count, name, lines in missed[:30]:
            print(f"| {name} | {lines} | {count} |")


def main(arguments):
    paths = [path for argument in arguments for path in sorted(glob.glob(argument, recursive=True))]
    roots = [ElementTree.parse(path).getroot() for path in paths if path.endswith(".xml")]
    results = [root for root in roots if root.tag in ("testsuite", "testsuites")]
    if results:
        tests(results)
    for root in roots:
        if root.tag == "coverage":
            coverage(root)
    for path in paths:
        if not path.endswith(".xml"):
            with open(path, encoding="utf-8") as text:
                print(text.read())
    if not paths:
        print("No results: the tests did not run.")


sys.stdout.reconfigure(encoding="utf-8")
main(sys.argv[1:])
