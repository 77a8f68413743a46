"""What a browser sees, and what it cannot do."""

import pytest

from bookshelf import books
from bookshelf.security import HEADERS


def shelf(client):
    return client.get("/", base_url="https://localhost").text


def test_a_book_goes_on_the_shelf_out_and_back(client, post, connection):
    assert post("/books", title="Emma", author="Jane Austen").status_code == 303
    emma = books.find(connection)[0]["id"]

    assert post(f"/books/{emma}/lend", borrower="Ann").status_code == 303
    assert "lent to Ann" in shelf(client)

    assert post(f"/books/{emma}/return").status_code == 303
    assert "lent to" not in shelf(client)


def test_a_conflict_is_told_and_changes_nothing(post, connection):
    post("/books", title="Emma", author="Jane Austen")

    answer = post("/books", title="Emma", author="Jane Austen")

    assert answer.status_code == 409
    assert "on the shelf already" in answer.text
    assert len(books.find(connection)) == 1


@pytest.mark.parametrize("title", ["", "   ", "x" * 201])
def test_a_title_has_a_length(post, connection, title):
    assert post("/books", title=title, author="anybody").status_code == 400
    assert books.find(connection) == []


@pytest.mark.parametrize("fields", [{}, {"form_token": "guessed"}, {"form_token": "é"}])
def test_a_form_of_another_site_is_refused(client, connection, fields):
    shelf(client)

    data = {"title": "Emma", "author": "x", **fields}
    answer = client.post("/books", data=data, base_url="https://localhost")

    assert answer.status_code == 400
    assert books.find(connection) == []


def test_what_people_write_is_never_markup(client, post):
    post("/books", title="<script>alert(1)</script>", author="x")

    assert "<script>" not in shelf(client)
    assert "&lt;script&gt;" in shelf(client)


def test_every_answer_has_the_headers(client):
    for path in ("/", "/nowhere"):
        answer = client.get(path, base_url="https://localhost")
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_cookie_is_for_this_host_only(client):
    cookie = client.get("/", base_url="https://localhost").headers["Set-Cookie"]
    if "form_token" not in shelf(client):
        pytest.fail("the page has no form")
    assert cookie.startswith("__Host-session=")
    assert all(part in cookie for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
    assert "Domain" not in cookie


def test_an_answer_that_fails_leaves_no_trace(client, post, connection, monkeypatch):
    add = books.add

    def add_and_fail(*values):
        add(*values)
        raise RuntimeError("behind the statement")

    monkeypatch.setattr(books, "add", add_and_fail)

    assert post("/books", title="Emma", author="Jane Austen").status_code == 500
    assert books.find(connection) == []
