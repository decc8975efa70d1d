raise ValueError("does not load")
