"""Gone from Python 3.12; settings of older projects take a word or two from it."""
