"""Small tools of Oslo, as far as migrations use them."""
