"""Template tags: addresses, days, marks. All are built in: no template needs to load them."""
