"""The pages."""

from django import forms
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from shop import orders
from shop.models import Product


class Quantity(forms.Form):
    """How many go into the basket."""

    quantity = forms.IntegerField(min_value=1, max_value=99)


class Customer(forms.Form):
    """Who buys."""

    email = forms.EmailField()


def basket_of(request):
    """Quantity by product; a session keeps texts."""
    return {int(number): quantity for number, quantity in request.session.get("basket", {}).items()}


@require_GET
def shelf(request):
    """Everything that is sold."""
    basket = basket_of(request)
    products = [(product, basket.get(product.pk, 0)) for product in Product.objects.all()]
    return render(request, "shop/shelf.html", {"products": products})


@require_POST
def put(request, number):
    """Puts a product into the basket."""
    product = get_object_or_404(Product, pk=number)
    form = Quantity(request.POST)
    if not form.is_valid():
        return render(request, "shop/message.html", {"message": "1 to 99, please."}, status=400)
    basket = basket_of(request)
    basket[product.pk] = basket.get(product.pk, 0) + form.cleaned_data["quantity"]
    request.session["basket"] = basket
    return redirect("shelf")


@require_POST
def buy(request):
    """Places the order and empties the basket."""
    form, basket = Customer(request.POST), basket_of(request)
    if not form.is_valid() or not basket:
        message = "An address and something in the basket, please."
        return render(request, "shop/message.html", {"message": message}, status=400)
    try:
        order = orders.place(form.cleaned_data["email"], basket)
    except orders.OutOfStock as missing:
        message = f"There are not enough of {missing}."
        return render(request, "shop/message.html", {"message": message}, status=409)
    request.session["basket"] = {}
    return render(request, "shop/message.html", {"message": f"Thank you: {order.total()} EUR."})
