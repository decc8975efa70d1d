"""What revisions of projects with Advanced Alchemy use of it."""
