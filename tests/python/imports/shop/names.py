BRAND = "Acme"
_HIDDEN = 1
