deep = "found"
