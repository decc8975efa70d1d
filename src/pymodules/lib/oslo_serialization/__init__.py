"""Values as texts."""
