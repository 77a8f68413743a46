"""Command line: reads a JSON list of rates from standard input and prints the report."""

import json
import sys

from report.summary import Rate, summarise, to_text


def main() -> int:
    """Run the command line; 1 is a list that cannot be read."""
    try:
        rates = [Rate.from_json(entry) for entry in json.load(sys.stdin)]
    except (KeyError, ValueError) as problem:
        print(f"report: {problem}", file=sys.stderr)
        return 1
    print(to_text(summarise(rates)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
