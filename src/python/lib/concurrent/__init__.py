"""Work for threads and processes."""
