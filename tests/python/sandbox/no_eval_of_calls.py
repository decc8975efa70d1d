eval("print(1)")
# expect refusal: eval() of more than names and constants is not open to scripts
