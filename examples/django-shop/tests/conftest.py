"""A shelf with two products, and a browser that speaks https and checks forms like a real one."""

import pytest
from django.test import Client

from shop.models import Product


@pytest.fixture
def tea(db):
    return Product.objects.create(name="Tea", price="4.50", stock=5)


@pytest.fixture
def cup(db):
    return Product.objects.create(name="Cup", price="12.00", stock=1)


class Browser(Client):
    """Sends the token of the page before, and follows to https."""

    def page(self, path="/"):
        return self.get(path, secure=True)

    def send(self, path, **fields):
        self.page()
        token = self.cookies["csrftoken"].value
        headers = {"HTTP_REFERER": "https://testserver/"}
        return self.post(path, {"csrfmiddlewaretoken": token, **fields}, secure=True, **headers)


@pytest.fixture
def browser(tea, cup):
    return Browser(enforce_csrf_checks=True)
