"""What is sold, and what was bought."""

from django.core.validators import MinValueValidator
from django.db import models


class Product(models.Model):
    """Something on the shelf."""

    name = models.CharField(max_length=100, unique=True)
    price = models.DecimalField(max_digits=8, decimal_places=2, validators=[MinValueValidator(0)])
    stock = models.PositiveIntegerField()

    class Meta:
        ordering = ["name"]


class Order(models.Model):
    """What somebody bought at once."""

    email = models.EmailField()
    placed = models.DateTimeField(auto_now_add=True)

    def total(self):
        """Sum at the prices of that day."""
        return sum(line.price * line.quantity for line in self.lines.all())


class OrderLine(models.Model):
    """One product of an order; the price is that of the day."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.PROTECT)
    quantity = models.PositiveIntegerField()
    price = models.DecimalField(max_digits=8, decimal_places=2)
