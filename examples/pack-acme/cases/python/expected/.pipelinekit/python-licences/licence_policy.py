"""Decides about packages by a policy, as the stage licence-check has it.

allow, deny and review list SPDX identifiers or groups (permissive, weak-copyleft, strong-copyleft, network-copyleft); unknown is deny,
review or allow; ignore and exceptions name packages (NAME or NAME@VERSION), each with "REASON" or "REASON; until 2027-01-31";
dev is ignore, report or enforce. Without allow and deny, strong and network copyleft are denied, and what is in no group is for review.
"""
# A generated file: the repository's own rules are not for it.
# ruff: noqa
# flake8: noqa
# mypy: ignore-errors
# pylint: skip-file
# fmt: off

from datetime import date

from spdx_expressions import DATA, Parser, meaning, modern, read

DENIED, REVIEW, ALLOWED = range(3)
GROUPS = ["permissive", "weak-copyleft", "strong-copyleft", "network-copyleft"]
KEYS = {"allow", "deny", "review", "unknown", "ignore", "exceptions", "dev"}
FAILING = ("denied", "expired")


class PolicyError(Exception):
    """The policy is wrong; the message says where."""


class Policy:
    def __init__(self, table, today, same_name=str):
        unknown_keys = set(table) - KEYS
        if unknown_keys:
            raise PolicyError(f"the policy has no key {min(unknown_keys)}")
        self.today, self.same_name = today, same_name
        by_default = not table.get("allow") and not table.get("deny")
        review = table.get("review", [])
        allow = [name for name in GROUPS[:2] if name not in review] if by_default else table.get("allow", [])
        deny = [name for name in GROUPS[2:] if name not in review] if by_default else table.get("deny", [])
        self.unlisted = REVIEW if by_default else DENIED if allow else ALLOWED
        self.unknown = DENIED if self.choice(table, "unknown", ("deny", "review", "allow")) == "deny" else REVIEW
        self.dev = self.choice(table, "dev", ("ignore", "report", "enforce"))
        self.lists = {}
        for name, verdict, entries in (("deny", DENIED, deny), ("review", REVIEW, review), ("allow", ALLOWED, allow)):
            for entry in entries:
                self.add(name, verdict, entry)
        self.exemptions = [self.exemption(*pair) for name in ("ignore", "exceptions") for pair in table.get(name, {}).items()]

    @staticmethod
    def choice(table, name, words):
        if table.get(name, words[0]) not in words:
            raise PolicyError(f"{name} is one of {', '.join(words)}")
        return table.get(name, words[0])

    def add(self, name, verdict, entry):
        tree = ("term", entry.lower(), False, None) if entry.lower() in GROUPS else Parser(entry, strict=True).read()
        if tree is None or tree[0] != "term":
            raise PolicyError(f'{name}: "{entry}" is neither one SPDX identifier nor one of the groups {", ".join(GROUPS)}')
        text = show(modern(tree))
        if self.lists.setdefault(text, (verdict, name))[1] != name:
            raise PolicyError(f'"{text}" stands both in {self.lists[text][1]} and in {name}')

    @staticmethod
    def exemption(package, text):
        name, at, version = package.rpartition("@")
        reason, until, day = text.rpartition("; until ")
        try:
            last = date.fromisoformat(day) if until else date.max
        except ValueError:
            raise PolicyError(f'{package}: "{day}" is no day; write "REASON; until 2027-01-31"') from None
        if not (reason if until else text).strip():
            raise PolicyError(f"{package}: the reason is missing")
        whole = not (at and name)
        return {"name": package if whole else name, "version": None if whole else version, "reason": reason or text, "last": last}

    def judge(self, tree):
        """The verdict and why: a choice takes its best part, a conjunction its worst, so does a name that may mean several."""
        kind = tree[0]
        if kind in ("or", "and", "any"):
            verdicts = [self.judge(part) for part in tree[1]]
            return (max if kind == "or" else min)(verdicts, key=lambda verdict: verdict[0])
        if kind == "unknown":
            return self.unknown, f'"{tree[1]}" is not a known licence' if tree[1] else "no licence is stated"
        return self.judge_term(tree)

    def judge_term(self, tree):
        text, (_, name, plus, exception) = show(tree), tree
        bare = self.lists.get(show(("term", name, plus, None)), (ALLOWED,))
        named = self.lists.get(text) or (bare if exception and bare[0] != ALLOWED else None)
        if named:
            return named[0], f"{named[1]} lists {text if text in self.lists else name}"
        first = name[: -len("or-later")] + "only" if name.endswith("-or-later") else name
        if plus or name.endswith("-or-later"):
            versions = DATA.later.get(first) or ([name] if plus else [])
            if versions:
                return max((self.judge(("term", version, False, exception)) for version in versions), key=lambda verdict: verdict[0])
        if "Ref-" in name:
            return self.unknown, f"{text} is on no list"
        group = group_of(name, exception)
        verdict, where = self.lists.get(group, (self.unlisted, None))
        return verdict, f"{where} lists {group}, and {text} is in that group" if where else f"no list names {text}"

    def exempt(self, name, version):
        fitting = [e for e in self.exemptions if self.same_name(e["name"]) == self.same_name(name) and e["version"] in (None, version)]
        return max(fitting, key=lambda exemption: exemption["last"], default=None)

    def decide(self, name, version, tree, is_development):
        """The outcome for a package (allowed, ignored, excepted, review, reported, denied, expired) and why."""
        verdict, why = self.judge(tree)
        if verdict == ALLOWED:
            return "allowed", why
        if is_development and self.dev == "ignore":
            return "ignored", "only needed for development"
        found = self.exempt(name, version)
        if found and found["last"] >= self.today:
            return "excepted", found["reason"]
        if is_development and self.dev == "report":
            return "reported", why
        if found:
            return "expired", f"the exception ended on {found['last']}; {why}"
        return ("review" if verdict == REVIEW else "denied"), why


def classified(name):
    """The licence of a trove classifier's last part."""
    return meaning(DATA.classifiers[name]) if name in DATA.classifiers else read(name)


def conclude(trees):
    """Several statements about one package: those that differ all apply, since nothing says that one may choose between them."""
    known = [tree for tree in trees if tree[0] != "unknown"]
    once = [tree for at, tree in enumerate(known) if tree not in known[:at]]
    kept = [tree for tree in once if not any(covers(other, tree) for other in once if other != tree)]
    if not kept:
        return trees[0] if trees else ("unknown", "")
    return kept[0] if len(kept) == 1 else ("and", kept)


def covers(sure, other):
    """BSD-3-Clause makes "BSD" superfluous, "A OR B" the single names beside it, GPL-3.0-only the bare "GPL"."""
    leaves = sure[1] if sure[0] in ("or", "and") else [sure]
    if any(leaf[0] != "term" for leaf in leaves):
        return False
    if other[0] == "any":
        return any(leaf in other[1] for leaf in leaves)
    if other[0] != "term":
        return False
    if sure[0] == "term":
        return other[1] in ("GPL-1.0-or-later", "LGPL-2.0-or-later") and sure[1].startswith(other[1].split("-")[0] + "-")
    return any(leaf in (other, (*other[:2], True, other[3])) for leaf in leaves)


def group_of(name, exception):
    """The group of a licence; an exception may lift a copyleft licence into a milder one."""
    group, lifted = DATA.groups.get(name), DATA.lifts.get(exception)
    if group in (None, GROUPS[0]) or lifted is None:
        return group
    return min(group, lifted, key=GROUPS.index)


def show(tree):
    """The expression as text."""
    if tree[0] in ("or", "and"):
        parts = [f"({show(part)})" if part[0] in ("or", "any") and tree[0] == "and" else show(part) for part in tree[1]]
        return f" {tree[0].upper()} ".join(parts)
    if tree[0] == "any":
        return " or ".join(show(part) for part in tree[1])
    if tree[0] == "unknown":
        return tree[1] or "none"
    return tree[1] + ("+" if tree[2] else "") + (f" WITH {tree[3]}" if tree[3] else "")
