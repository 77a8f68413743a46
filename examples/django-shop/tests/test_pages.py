"""What a browser sees, and what it cannot do."""

import pytest
from django.core.management import call_command

from shop.models import Order, Product


def test_the_shelf_shows_what_is_sold_by_name(browser):
    text = browser.page().content.decode()

    assert text.index("Cup, 12.00 EUR, 1 left") < text.index("Tea, 4.50 EUR, 5 left")


def test_a_basket_becomes_an_order(browser, tea):
    assert browser.send(f"/basket/{tea.pk}", quantity=2).status_code == 302
    assert browser.send(f"/basket/{tea.pk}", quantity=1).status_code == 302
    assert "3 in the basket" in browser.page().content.decode()

    answer = browser.send("/order", email="ann@example.org")

    assert "13.50 EUR" in answer.content.decode()
    assert Order.objects.get().email == "ann@example.org"
    assert "in the basket" not in browser.page().content.decode().replace("into the basket", "")


def test_what_is_gone_cannot_be_bought(browser, cup):
    browser.send(f"/basket/{cup.pk}", quantity=2)

    answer = browser.send("/order", email="ann@example.org")

    assert answer.status_code == 409
    assert "not enough of Cup" in answer.content.decode()
    assert Order.objects.count() == 0


@pytest.mark.parametrize("quantity", ["0", "-1", "100", "many", ""])
def test_a_quantity_is_a_number_from_1_to_99(browser, tea, quantity):
    assert browser.send(f"/basket/{tea.pk}", quantity=quantity).status_code == 400


@pytest.mark.parametrize("email", ["", "ann", "ann@"])
def test_an_order_needs_an_address(browser, tea, email):
    browser.send(f"/basket/{tea.pk}", quantity=1)

    assert browser.send("/order", email=email).status_code == 400


def test_an_empty_basket_is_no_order(browser):
    assert browser.send("/order", email="ann@example.org").status_code == 400


def test_an_unknown_product_is_not_found(browser):
    assert browser.send("/basket/999", quantity=1).status_code == 404


def test_a_form_of_another_site_is_refused(browser, tea):
    answer = browser.post(f"/basket/{tea.pk}", {"quantity": 1}, secure=True)

    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["/order", "/basket/1"])
def test_nothing_changes_by_looking(browser, path):
    assert browser.page(path).status_code == 405


def test_names_are_never_markup(browser):
    Product.objects.create(name="<script>alert(1)</script>", price=1, stock=1)

    assert "<script>" not in browser.page().content.decode()


def test_plain_http_is_sent_to_https(browser):
    assert browser.get("/").headers["Location"] == "https://testserver/"


def test_the_settings_pass_the_check_for_deployment():
    call_command("check", "--deploy", "--fail-level=WARNING")


def test_the_migrations_match_the_models(db):
    call_command("makemigrations", "--check", "--dry-run")
