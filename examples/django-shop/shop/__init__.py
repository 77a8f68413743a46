"""A small shop: products, a basket in the session, orders."""
