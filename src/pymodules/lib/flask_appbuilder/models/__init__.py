"""What models derive from."""
