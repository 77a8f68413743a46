"""Placing orders: all of it, or nothing."""

from django.db import transaction
from django.db.models import F

from shop.models import Order, OrderLine, Product


class OutOfStock(Exception):
    """There are not enough of a product."""


@transaction.atomic
def place(email, basket):
    """Takes a basket (quantity by product) off the shelf; OutOfStock leaves all as it was."""
    order = Order.objects.create(email=email)
    for number, quantity in sorted(basket.items()):
        taken = Product.objects.filter(pk=number, stock__gte=quantity)
        if taken.update(stock=F("stock") - quantity) == 0:
            raise OutOfStock(Product.objects.get(pk=number).name)
        product = Product.objects.get(pk=number)
        OrderLine.objects.create(
            order=order, product=product, quantity=quantity, price=product.price
        )
    return order
