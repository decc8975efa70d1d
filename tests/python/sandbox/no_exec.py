exec("x = 1")
# expect refusal: exec() is not open to scripts
