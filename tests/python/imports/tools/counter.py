print("loaded once")
n = 0
