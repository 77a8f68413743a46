"""Reads licence expressions (SPDX 2.3, annex D) and the common spellings of licences that packages use instead.

An expression is a nested tuple: ("or", parts), ("and", parts), ("any", parts) where a spelling does not say which of several licences
it means, ("term", identifier, or later, exception) or ("unknown", name). What is known of licences stands in ../licences/spdx.txt.
"""
# A generated file: the repository's own rules are not for it.
# ruff: noqa
# flake8: noqa
# mypy: ignore-errors
# pylint: skip-file
# fmt: off

import re
from itertools import accumulate
from pathlib import Path

LONGEST_EXPRESSION, LONGEST_NAME, DEEPEST = 4096, 200, 64
OPERATORS = {"AND": "and", "OR": "or", "-OR-": "or", "WITH": "with"}
OPERATORS |= {word.lower(): kind for word, kind in OPERATORS.items()} | {"(": "(", ")": ")"}
FILLERS = set("the v ver version license licence licensed licenses under terms of a agreement".split())
LATER = set("later newer above greater higher plus".split())
GNU_WORDS = LATER | set("public or any only and at your option software foundation fsf v w".split())
GNU_FAMILIES = {"gpl": "GPL", "gplv": "GPL", "gnu": "GPL", "general": "GPL", "lgpl": "LGPL", "lgplv": "LGPL", "lesser": "LGPL"}
GNU_FAMILIES |= {"library": "LGPL", "agpl": "AGPL", "agplv": "AGPL", "affero": "AGPL"}


class Data:
    """The sections of spdx.txt."""

    def __init__(self, path):
        self.ids, self.groups, self.exceptions, self.lifts = {}, {}, {}, {}
        self.replaced, self.later, self.names, self.classifiers = {}, {}, {}, {}
        section = []
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.startswith("["):
                section = line.strip("[]").split(" ")
            elif line and not line.startswith("#"):
                self.take(section[0], section[1] if len(section) > 1 else None, line)

    def take(self, section, group, line):
        words = line.split(" ")
        left, _, right = line.partition(" = ")
        if section == "licences":
            self.ids.update((word.lower(), word) for word in words)
            self.groups.update((word, group) for word in words if group)
        elif section == "exceptions":
            self.exceptions.update((word.lower(), word) for word in words)
            self.lifts.update((word, group) for word in words if group)
        elif section == "later":
            self.later.update((word, words[at:]) for at, word in enumerate(words))
        elif section == "replaced":
            self.replaced[left] = right
        elif section == "names":
            self.names.update((word.replace("_", " "), left) for word in right.split(" "))
        elif section == "classifiers":
            self.classifiers[right] = left


DATA = Data(Path(__file__).resolve().parent.parent / "licences" / "spdx.txt")


class Parser:
    """Reads one expression; a strict one holds identifiers only, a loose one names of several words too."""

    def __init__(self, text, strict):
        self.text, self.strict, self.at = text, strict, 0
        self.tokens = list(re.finditer(r"[()]|[^\s()]+", text))

    def kind(self, at=None):
        if (self.at if at is None else at) == len(self.tokens):
            return "end"
        token = self.tokens[self.at if at is None else at]
        is_later = re.match(r"\s*(later|newer|any |above|greater|higher)", self.text[token.end() :], re.IGNORECASE)
        return "word" if token[0] == "or" and is_later else OPERATORS.get(token[0], "word")

    def read(self):
        tree = self.chain("or", 0) if len(self.text) <= LONGEST_EXPRESSION else None
        return tree if self.kind() == "end" else None

    def is_broken(self):
        """Brackets that do not match, or an operator without both its sides."""
        kinds = ["(", *(self.kind(at) for at in range(len(self.tokens))), ")"]
        depths = list(accumulate((kind == "(") - (kind == ")") for kind in kinds))
        lonely = any(left not in ("word", ")") and right not in ("word", "(") for left, right in zip(kinds, kinds[1:]))
        return lonely or depths[-1] != 0 or min(depths[:-1]) < 1

    def chain(self, operator, depth):
        parts = []
        while True:
            part = self.chain("and", depth) if operator == "or" else self.primary(depth)
            if part is None:
                return None
            parts.append(part)
            if self.kind() != operator:
                return part if len(parts) == 1 else (operator, parts)
            self.at += 1

    def primary(self, depth):
        kind = self.kind()
        if kind == "word":
            return self.name()
        if kind != "(" or depth >= DEEPEST:
            return None
        self.at += 1
        inner = self.chain("or", depth + 1)
        if inner is None or self.kind() != ")":
            return None
        self.at += 1
        return inner

    def name(self):
        first, self.at = self.tokens[self.at], self.at + 1
        while not self.strict and self.kind() == "word":
            self.at += 1
        name = self.text[first.start() : self.tokens[self.at - 1].end()]
        licence = term(name) or (None if self.strict else spelled(name) or ("unknown", name))
        return self.exception(licence, name) if licence and self.kind() == "with" else licence

    def exception(self, licence, name):
        self.at += 1
        if self.kind() != "word":
            return None
        word, self.at = self.tokens[self.at][0], self.at + 1
        known = DATA.exceptions.get(word.lower()) or (word if re.fullmatch(r"AdditionRef-[A-Za-z0-9.-]+", word) else None)
        if known and licence[0] == "term" and not licence[3]:
            return (*licence[:3], known)
        return None if self.strict else ("unknown", f"{name} WITH {word}")


def term(word):
    plus = word.endswith("+")
    known = DATA.ids.get((word[:-1] if plus else word).lower())
    if known:
        return ("term", known, plus, None)
    is_reference = re.fullmatch(r"(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+", word)
    return ("term", word, False, None) if is_reference else None


def modern(tree):
    """The expression without identifiers that the list has replaced: GPL-2.0+ is GPL-2.0-or-later."""
    if tree[0] in ("or", "and"):
        return (tree[0], [modern(part) for part in tree[1]])
    if tree[0] != "term" or tree[1] not in DATA.replaced:
        return tree
    _, name, _, exception = Parser(DATA.replaced[tree[1]], strict=True).read()
    if tree[3] and exception:
        return tree
    plus = tree[2] and not name.endswith("-or-later")
    if plus and name.endswith("-only"):
        name, plus = name[: -len("only")] + "or-later", False
    return ("term", name, plus, tree[3] or exception)


def spelled(name):
    """What a common spelling means, or None: "Apache License, Version 2.0", "GPLv3+", "BSD"."""
    if len(name) > LONGEST_NAME:
        return None
    key = key_of(name)
    base = meaning(DATA.names.get(key.removesuffix(" or later"), ""))
    later = ("term", base[1], True, None) if key.endswith(" or later") and base and base[0] == "term" and not base[3] else None
    return meaning(DATA.names.get(key, "")) or gnu(key) or later


def key_of(name):
    words = [re.sub(r"^v(?=[0-9])", "", word.rstrip(".")) for word in re.findall(r"(?:[^\W_]|\+)(?:[^\W_]|[+.])*", name.lower())]
    return " ".join(word for word in words if word and word not in FILLERS)


def meaning(text):
    return ("any", [term(word) for word in text[1:].split(" ")]) if text.startswith("?") else Parser(text, strict=True).read()


def gnu(key):
    family, version, later = "", "", False
    for raw in key.split(" "):
        word = raw.rstrip("+")
        letters, number = re.fullmatch(r"([^0-9]*)(.*)", word).groups()
        later = later or word != raw or word in LATER
        if letters in GNU_FAMILIES and (letters != "library" or family):
            family = GNU_FAMILIES[letters] if family in ("", "GPL") else family
        elif letters and letters not in GNU_WORDS:
            return None
        number = number + ".0" if number and "." not in number else number
        if number and version and number != version:
            return None
        version = number or version
    return term(f"{family}-{version}-{'or-later' if later else 'only'}")


def read(text):
    """The expression of what a package states."""
    text = text.strip()
    exact = Parser(text, strict=True).read()
    if exact:
        return modern(exact)
    if len(text) > LONGEST_NAME or "\n" in text:
        return spelled(text.split("\n")[0]) or ("unknown", text.split("\n")[0][:80])
    tree = None if Parser(text, strict=False).is_broken() else spelled(text) or Parser(text, strict=False).read()
    return modern(tree) if tree else ("unknown", text)
