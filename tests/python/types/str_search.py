s = "hello, wörld, hello"
print(s.find("hello"), s.find("hello", 1), s.rfind("hello"), s.find("ö"), s.find("z"), s.find("", 3), s.find("", 99))
print(s.index("w"), s.count("l"), s.count(""), s.count("l", 5), "aaaa".count("aa"))
print(s.startswith("hell"), s.startswith(("x", "h")), s.endswith("llo", -3), s.startswith("wö", 7), s.startswith("", 99))
print("a,b,,c".split(","), "a,b,,c".split(",", 1), "a,b,,c".rsplit(",", 1), "".split(","), "".split(), " a  b ".split())
print(" a  b c ".split(None, 1), " a  b c ".rsplit(None, 1), "a\tb\nc".split())
print("a\nb\r\nc\x0bd\u2028e".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "\n".splitlines())
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="))
print("  x ".strip(), "xxaxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "\u2003x".strip() == "x")
print("a-b-c".replace("-", "+"), "a-b-c".replace("-", "", 1), "ab".replace("", "."), "ab".replace("", ".", 2))
print("prefix_x".removeprefix("prefix_"), "x.py".removesuffix(".py"), "x".removesuffix(""))
print("a" in "abc", "" in "abc", "bd" in "abc")
for work in (lambda: s.index("zzz"), lambda: "a".split(""), lambda: 1 in "abc", lambda: "a".startswith(1),
             lambda: "a".replace("a"), lambda: "a".find(1), lambda: ",".join([1]), lambda: "a".startswith(["a"])):
    try:
        work()
    except Exception as error:
        print(type(error).__name__, error)

# expect: 0 14 14 8 -1 3 -1
# expect: 7 5 20 3 2
# expect: True True True True False
# expect: ['a', 'b', '', 'c'] ['a', 'b,,c'] ['a,b,', 'c'] [''] [] ['a', 'b']
# expect: ['a', 'b c '] [' a  b', 'c'] ['a', 'b', 'c']
# expect: ['a', 'b', 'c', 'd', 'e'] ['a\n', '\n', 'b\n'] [] ['']
# expect: ('k', '=', 'v=w') ('k=v', '=', 'w') ('kv', '', '') ('', '', 'kv')
# expect: x a cba abc True
# expect: a+b+c ab-c .a.b. .a.b
# expect: x x x
# expect: True True False
# expect: ValueError substring not found
# expect: ValueError empty separator
# expect: TypeError 'in <string>' requires string as left operand, not int
# expect: TypeError startswith first arg must be str or a tuple of str, not int
# expect: TypeError replace expected at least 2 arguments, got 1
# expect: TypeError must be str, not int
# expect: TypeError sequence item 0: expected str instance, int found
# expect: TypeError startswith first arg must be str or a tuple of str, not list
