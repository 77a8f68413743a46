"""Answers a batch of questions with the Python scripts: driver.py FOLDER < QUESTIONS > ANSWERS, both JSON."""

import json
import sys
from datetime import date

sys.path.insert(0, sys.argv[1])
from licence_policy import Policy, PolicyError, show  # noqa: E402
from spdx_expressions import read  # noqa: E402


def answer(question):
    try:
        policy = Policy(question["policy"], date.fromisoformat(question["today"]))
    except PolicyError:
        return "wrong policy"
    tree = read(question["licence"])
    return policy.decide(question["name"], question["version"], tree, question["development"])[0]


json.dump([answer(question) for question in json.load(sys.stdin)], sys.stdout)
