"""The types of the vector extension."""
