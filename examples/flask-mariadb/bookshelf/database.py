"""One connection and one transaction per request: kept when it ends well, undone when it fails."""

from pathlib import Path

import pymysql
from flask import Flask, current_app, g


def connect(options: dict) -> pymysql.connections.Connection:
    """A connection; rows are dictionaries. Values are parameters, not part of a statement."""
    return pymysql.connect(
        **options,
        charset="utf8mb4",
        cursorclass=pymysql.cursors.DictCursor,
        connect_timeout=10,
        autocommit=False,
    )


def create_tables(connection: pymysql.connections.Connection) -> None:
    """Makes the tables that are not there yet."""
    with connection.cursor() as cursor:
        cursor.execute((Path(__file__).parent.parent / "schema.sql").read_text(encoding="utf-8"))
    connection.commit()


def current() -> pymysql.connections.Connection:
    """The connection of this request, opened when first asked for."""
    if "connection" not in g:
        g.connection = connect(current_app.config["DATABASE"])
    return g.connection


def init_app(app: Flask) -> None:
    """Closes the connection behind every request."""
    app.teardown_appcontext(_close)


def _close(error) -> None:
    connection = g.pop("connection", None)
    if connection is not None:
        try:
            if error is None:
                connection.commit()
        finally:
            connection.close()
