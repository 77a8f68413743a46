"""Lends the books of a shelf: a web application on MariaDB."""

from flask import Flask

from bookshelf import database, security, views
from bookshelf.settings import Settings


def create_app(settings: Settings) -> Flask:
    """The application, not yet serving."""
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        DATABASE=settings.database,
        MAX_CONTENT_LENGTH=16 * 1024,
        SESSION_COOKIE_NAME="__Host-session",
        SESSION_COOKIE_SECURE=True,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    database.init_app(app)
    security.init_app(app)
    app.register_blueprint(views.blueprint)
    return app
