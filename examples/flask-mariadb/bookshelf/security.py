"""What every answer and every form has: safe headers, and a token that other sites cannot know."""

import hmac
import secrets

from flask import Flask, Response, abort, request, session

HEADERS = {
    "Content-Security-Policy":
        "default-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "Cache-Control": "no-store",
}


def init_app(app: Flask) -> None:
    """Checks requests that change something, and completes answers and templates."""
    app.before_request(_check_token)
    app.after_request(_add_headers)
    app.context_processor(lambda: {"form_token": form_token})


def form_token() -> str:
    """The token of this session, for the forms of a page."""
    if "form_token" not in session:
        session["form_token"] = secrets.token_urlsafe(32)
    return session["form_token"]


def _check_token() -> None:
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    expected, given = session.get("form_token", ""), request.form.get("form_token", "")
    if not expected or not hmac.compare_digest(expected.encode(), given.encode()):
        abort(400, "The form is out of date: load the page again.")


def _add_headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    return response
