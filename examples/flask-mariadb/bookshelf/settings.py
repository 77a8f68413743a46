"""What the environment says: where the database is, and the key that signs sessions."""

from dataclasses import dataclass
from typing import Mapping


class MissingSetting(Exception):
    """A variable without which the application would not be safe or not work."""


@dataclass(frozen=True)
class Settings:
    """Everything that differs between two installations."""

    secret_key: str
    database: dict

    @staticmethod
    def read(environment: Mapping[str, str]) -> "Settings":
        """Reads SECRET_KEY and DB_*; MissingSetting names what is not there."""
        names = ("SECRET_KEY", "DB_HOST", "DB_PORT", "DB_USER", "DB_PASSWORD", "DB_DATABASE")
        missing = [name for name in names if not environment.get(name)]
        if missing:
            raise MissingSetting(", ".join(missing))
        return Settings(
            secret_key=environment["SECRET_KEY"],
            database={
                "host": environment["DB_HOST"],
                "port": int(environment["DB_PORT"]),
                "user": environment["DB_USER"],
                "password": environment["DB_PASSWORD"],
                "database": environment["DB_DATABASE"],
            },
        )
