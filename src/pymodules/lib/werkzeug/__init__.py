"""The parts of Werkzeug that applications use while they are put together, and that migrations use: errors of HTTP,
password hashes, helpers. The rest is opaque: nothing is served."""
