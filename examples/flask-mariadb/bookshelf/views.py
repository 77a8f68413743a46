"""The pages."""

from flask import Blueprint, abort, redirect, render_template, request, url_for

from bookshelf import books, database

blueprint = Blueprint("books", __name__)


@blueprint.get("/")
def index():
    """The shelf, or what of it holds the text that is looked for."""
    text = request.args.get("q", "")
    return render_template("index.html", books=books.find(database.current(), text), text=text)


@blueprint.post("/books")
def add():
    """A new book."""
    books.add(database.current(), _field("title", 200), _field("author", 200))
    return _to_the_shelf()


@blueprint.post("/books/<int:book>/lend")
def lend(book: int):
    """Lends a book to somebody."""
    books.lend(database.current(), book, _field("borrower", 100))
    return _to_the_shelf()


@blueprint.post("/books/<int:book>/return")
def give_back(book: int):
    """Takes a book back."""
    books.give_back(database.current(), book)
    return _to_the_shelf()


@blueprint.app_errorhandler(books.Conflict)
def conflict(error: books.Conflict):
    """Says what did not fit."""
    return render_template("conflict.html", message=str(error)), 409


def _field(name: str, longest: int) -> str:
    text = request.form.get(name, "").strip()
    if not text or len(text) > longest:
        abort(400, f"{name}: 1 to {longest} characters, please.")
    return text


def _to_the_shelf():
    return redirect(url_for("books.index"), 303)
