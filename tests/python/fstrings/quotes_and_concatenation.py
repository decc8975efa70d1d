d = {"a": 1}
print(f"{d['a']}" 'plain' f'{d["a"]!r}' rf"\n{1}" f"""{
    d}""")
# expect: 1plain1\n1{'a': 1}
