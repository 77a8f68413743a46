"""The application does not start with half of its settings."""

import pytest

from bookshelf.settings import MissingSetting, Settings

COMPLETE = {
    "SECRET_KEY": "k",
    "DB_HOST": "localhost",
    "DB_PORT": "3306",
    "DB_USER": "u",
    "DB_PASSWORD": "p",
    "DB_DATABASE": "d",
}


def test_all_are_read():
    settings = Settings.read(COMPLETE)

    assert settings.secret_key == "k"
    assert settings.database == {
        "host": "localhost",
        "port": 3306,
        "user": "u",
        "password": "p",
        "database": "d",
    }


@pytest.mark.parametrize("name", COMPLETE)
@pytest.mark.parametrize("value", [None, ""])
def test_what_is_missing_is_named(name, value):
    environment = {**COMPLETE, name: value}

    with pytest.raises(MissingSetting, match=name):
        Settings.read(environment)
