class Mine(ValueError):
    pass
print("before")  # expect: before
raise Mine("the message")
# expect error: Mine: the message
