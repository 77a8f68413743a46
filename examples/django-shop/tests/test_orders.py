"""Orders take all they name off the shelf, or nothing."""

from decimal import Decimal

import pytest

from shop import orders
from shop.models import Order, Product


def stock(product):
    return Product.objects.get(pk=product.pk).stock


def test_an_order_takes_its_products_off_the_shelf(tea, cup):
    order = orders.place("ann@example.org", {tea.pk: 2, cup.pk: 1})

    assert (stock(tea), stock(cup)) == (3, 0)
    assert order.total() == Decimal("21.00")


def test_the_price_is_that_of_the_day(tea):
    order = orders.place("ann@example.org", {tea.pk: 1})
    Product.objects.filter(pk=tea.pk).update(price="99.00")

    assert order.total() == Decimal("4.50")


@pytest.mark.parametrize("cups", [2, 99])
def test_an_order_that_cannot_be_filled_changes_nothing(tea, cup, cups):
    with pytest.raises(orders.OutOfStock, match="Cup"):
        orders.place("ann@example.org", {tea.pk: 2, cup.pk: cups})

    assert (stock(tea), stock(cup)) == (5, 1)
    assert Order.objects.count() == 0
