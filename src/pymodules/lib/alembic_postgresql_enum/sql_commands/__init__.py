"""What a change of an enum consists of."""
