"""What the statements do on the real database."""

import pytest

from bookshelf import books, database


def titles(found):
    return [book["title"] for book in found]


def test_a_shelf_begins_empty(connection):
    assert books.find(connection) == []


def test_books_are_found_by_title_and_by_author_in_order(connection):
    books.add(connection, "Persuasion", "Jane Austen")
    books.add(connection, "Emma", "Jane Austen")
    books.add(connection, "Middlemarch", "George Eliot")

    assert titles(books.find(connection)) == ["Emma", "Middlemarch", "Persuasion"]
    assert titles(books.find(connection, "austen")) == ["Emma", "Persuasion"]
    assert titles(books.find(connection, "march")) == ["Middlemarch"]


@pytest.mark.parametrize(
    "text", ["100 % cotton", "snake_case", "back\\slash", "it's \"quoted\"", "книга 📚"]
)
def test_signs_of_the_language_are_plain_text(connection, text):
    books.add(connection, text, "anybody")
    books.add(connection, "something else", "anybody")

    assert titles(books.find(connection, text)) == [text]


def test_a_statement_in_a_value_stays_a_value(connection):
    books.add(connection, "x'); DELETE FROM book; --", "x' OR '1'='1")

    assert len(books.find(connection)) == 1
    assert books.find(connection, "nothing' OR '1'='1") == []


def test_the_same_book_twice_is_a_conflict(connection):
    books.add(connection, "Emma", "Jane Austen")

    with pytest.raises(books.Conflict):
        books.add(connection, "Emma", "Jane Austen")


def test_a_book_is_lent_once_until_it_is_back(connection):
    emma = books.add(connection, "Emma", "Jane Austen")

    books.lend(connection, emma, "Ann")
    with pytest.raises(books.Conflict):
        books.lend(connection, emma, "Bob")
    assert books.find(connection)[0]["borrower"] == "Ann"

    books.give_back(connection, emma)
    with pytest.raises(books.Conflict):
        books.give_back(connection, emma)
    assert books.find(connection)[0]["borrower"] is None


def test_what_is_not_committed_is_seen_by_nobody_else(connection, settings):
    books.add(connection, "Emma", "Jane Austen")
    other = database.connect(settings.database)
    try:
        assert books.find(other) == []
        connection.commit()
        other.rollback()
        assert titles(books.find(other)) == ["Emma"]
    finally:
        other.close()
