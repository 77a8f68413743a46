"""Addresses of the pages."""

from django.urls import path

from shop import views

urlpatterns = [
    path("", views.shelf, name="shelf"),
    path("basket/<int:number>", views.put, name="put"),
    path("order", views.buy, name="buy"),
]
