input("name? ")
# expect refusal: input() is not open to scripts
