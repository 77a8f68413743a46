"""An application on the database that the environment names, with an empty shelf for every test."""

import os
import re

import pytest

from bookshelf import create_app, database
from bookshelf.settings import Settings


@pytest.fixture(scope="session")
def settings():
    return Settings.read({**os.environ, "SECRET_KEY": "only-for-tests"})


@pytest.fixture
def connection(settings):
    connection = database.connect(settings.database)
    database.create_tables(connection)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM book")
    connection.commit()
    yield connection
    connection.close()


@pytest.fixture
def client(settings, connection):
    # The session's cookie is sent over https only.
    client = create_app(settings).test_client()
    client.environ_base["wsgi.url_scheme"] = "https"
    return client


@pytest.fixture
def post(client):
    """Sends a form as a browser does: with the token of the page before."""

    def send(path, **fields):
        page = client.get("/", base_url="https://localhost").text
        token = re.search('name="form_token" value="([^"]+)"', page)[1]
        return client.post(path, data={"form_token": token, **fields}, base_url="https://localhost")

    return send
