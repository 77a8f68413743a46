namespace PipelineKit.Cli.Tests.Init;

/// <summary>Properties of Python repositories.</summary>
internal static class PythonTraits
{
    private const string Project = "pyproject.toml=[project]\nname = \"thing\"\nversion = \"1\"\nrequires-python = \">=3.9\"";
    private const string Range = "versions: [\"3.11\", \"3.14\"]";

    public static Trait[] Managers { get; } =
    [
        new("uv", [Project, "uv.lock=version = 1"], ["manager: uv", Range], ["locked: false", "requirements"]),
        new("uv without lock", [Project, "pyproject.toml=[tool.uv]"], ["manager: uv", "locked: false", Range], []),
        new("poetry", ["pyproject.toml=[tool.poetry]\nname = \"thing\"\n[tool.poetry.dependencies]\npython = \"^3.12\"", "poetry.lock="], ["manager: poetry", "versions: [\"3.12\", \"3.14\"]"], ["locked: false"]),
        new("poetry without lock", ["pyproject.toml=[tool.poetry]\nname = \"thing\""], ["manager: poetry", "locked: false"], []),
        new("pip", ["requirements.txt=requests", "requirements-dev.txt=-r requirements.txt"], ["manager: pip", "requirements: [requirements.txt, requirements-dev.txt]"], ["locked", "editable"]),
        new("setup.py", ["setup.py=from setuptools import setup\nsetup(name=\"thing\", python_requires=\">=3.12\")"], ["manager: pip", "requirements: []", "editable: true", "versions: [\"3.12\", \"3.14\"]"], ["uv"]),
    ];

    public static Trait[] Runners { get; } =
    [
        new("pytest", ["tests/test_a.py=def test_a():\n    assert sorted([2, 1]) == [1, 2]", "pytest.ini=[pytest]"], ["test-coverage: true"], ["unittest", "django"]),
        new("pytest with a threshold", ["tests/test_a.py=import pytest", "conftest.py=", ".coveragerc=[report]\nfail_under = 77.5"], ["test-coverage: { minimum: 77 }"], []),
        new("unittest", ["tests/test_a.py=import unittest"], ["tools: [unittest]"], []),
        new("Django", ["manage.py=import sys", "shop/tests.py=from django.test import TestCase"], ["tools: [django-test]"], []),
        new("no tests", ["thing_main.py=x = 1"], [], ["test-coverage"]),
    ];

    public static Trait[] Linters { get; } =
    [
        new("ruff check", ["ruff.toml=line-length = 100"], ["lint: { tools: [ruff], format: false }"], ["black"]),
        new("ruff check and format", [".pre-commit-config.yaml=repos:\n  - repo: https://github.com/astral-sh/ruff-pre-commit\n    rev: v0.14.2\n    hooks: [{ id: ruff-check }, { id: ruff-format }]"], ["lint: { tools: [ruff] }", "pins: { ruff: 0.14.2 }"], ["format: false"]),
        new("black and flake8", [".pre-commit-config.yaml=repos:\n  - repo: https://github.com/psf/black\n    rev: 25.1.0\n    hooks: [{ id: black }]", ".flake8=[flake8]"], ["tools: [black, flake8]", "black: 25.1.0"], ["ruff"]),
        new("isort and pylint by the owner's pipeline", [".github/workflows/checks.yml=on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: isort --check .\n      - run: pylint src"], ["tools: [isort, pylint]"], ["ruff"]),
        new("no linter", ["README.md=# a"], [], ["lint:"]),
    ];

    public static Trait[] Layouts { get; } =
    [
        new("src", ["src/thing/__init__.py="], ["sast: true"], []),
        new("flat, with Sphinx", ["thing/__init__.py=", "doc/conf.py=project = 'a'"], ["docs: { source: doc, strict: false }"], []),
        new("with MkDocs", ["thing.py=x = 1", "mkdocs.yml=site_name: a"], ["docs: { tools: [mkdocs] }"], []),
        new("with mypy", ["thing/__init__.py=", "mypy.ini=[mypy]"], ["type-check: { tools: [mypy] }"], ["docs"]),
    ];
}
