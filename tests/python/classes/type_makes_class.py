def hello(self):
    return "hello " + self.name
Made = type("Made", (), {"name": "x", "hello": hello})
print(Made().hello(), Made.__name__, isinstance(Made, type))  # expect: hello x Made True
