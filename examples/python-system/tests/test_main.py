from pathlib import Path

import pytest

from changelog_tools.__main__ import main

CHANGELOG = "## [1.0.0] - 2024-01-02\n### Added\n- The first command.\n"


@pytest.fixture(name="changelog")
def fixture_changelog(tmp_path: Path) -> str:
    path = tmp_path / "CHANGELOG.md"
    path.write_text(CHANGELOG, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("arguments", "output"),
    [
        (["latest"], "1.0.0\n"),
        (["check"], "1 releases\n"),
        (["show", "1.0.0"], "Added:\n- The first command.\n"),
    ],
)
def test_prints(changelog: str, arguments: list[str], output: str, capsys) -> None:
    assert main(["--file", changelog, *arguments]) == 0
    assert capsys.readouterr().out == output


def test_an_unknown_version_is_a_problem(changelog: str, capsys) -> None:
    assert main(["--file", changelog, "show", "2.0.0"]) == 1
    assert "no such release" in capsys.readouterr().err


def test_a_missing_file_is_a_problem(tmp_path: Path, capsys) -> None:
    assert main(["--file", str(tmp_path / "none.md"), "latest"]) == 1
    assert "none.md" in capsys.readouterr().err
