"""The books: every statement with parameters."""

from pymysql.connections import Connection
from pymysql.err import IntegrityError


class Conflict(Exception):
    """What was asked for does not fit what is on the shelf."""


def find(connection: Connection, text: str = "") -> list:
    """Books whose title or author holds the text, by title."""
    pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, title, author, borrower FROM book"
            " WHERE title LIKE %s OR author LIKE %s ORDER BY title, id",
            (pattern, pattern),
        )
        return list(cursor.fetchall())


def add(connection: Connection, title: str, author: str) -> int:
    """Puts a book on the shelf and gives its number; Conflict when the same one stands there."""
    with connection.cursor() as cursor:
        try:
            cursor.execute("INSERT INTO book (title, author) VALUES (%s, %s)", (title, author))
        except IntegrityError as error:
            raise Conflict("This book is on the shelf already.") from error
        return cursor.lastrowid


def lend(connection: Connection, book: int, borrower: str) -> None:
    """Lends a book; Conflict when it is lent already or there is none. Of two at once one wins."""
    with connection.cursor() as cursor:
        changed = cursor.execute(
            "UPDATE book SET borrower = %s WHERE id = %s AND borrower IS NULL", (borrower, book)
        )
    if changed == 0:
        raise Conflict("This book cannot be lent.")


def give_back(connection: Connection, book: int) -> None:
    """Takes a book back; Conflict when it was not lent."""
    with connection.cursor() as cursor:
        changed = cursor.execute(
            "UPDATE book SET borrower = NULL WHERE id = %s AND borrower IS NOT NULL", (book,)
        )
    if changed == 0:
        raise Conflict("This book was not lent.")
