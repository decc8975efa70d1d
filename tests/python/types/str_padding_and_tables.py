print("[" + "ab".center(7) + "]", "[" + "ab".center(6, "*") + "]", "[" + "abc".center(6, "*") + "]", "ab".ljust(4, ".") + "|", "ab".rjust(4) + "|")
print("-42".zfill(6), "+1".zfill(4), "abc".zfill(2), "".zfill(2))
print("a\tbc\td".expandtabs(), "a\tb".expandtabs(4), "a\nb\tc".expandtabs(2), "\t".expandtabs(0) + "|")
table = str.maketrans({"a": "1", "b": None, "c": 0x263A})
print("abcd".translate(table), "abc".translate(str.maketrans("ab", "xy", "c")), "x".translate({120: "yy"}))
print(",".join(["a", "b"]), "".join(c for c in "xyz"), ", ".join({"k": 1}))
print("ab" * 3, 2 * "x", "x" * -1, "a" "b")
print("abcdef"[1:4], "abcdef"[::-1], "abcdef"[-3:], "abcdef"[::2], "abc"[5:], "añb"[1], "añb"[-2:])
print([*"añ😀"], len("añ😀"), max("azb"), min("azb"), sorted("bca"))
print("a" < "b", "Z" < "a", "" < "a", "a" < "aa", "é" > "z", "\uffff" < "\U00010000")
print(str(), str(1), str(None), str(b"x"), str(b"\xc3\xa9", "utf-8"), str(b"\xff", errors="replace", encoding="ascii"))
print(repr("it's"), repr('"'), repr("'\""), repr("\t\n\\"), repr("\x00\x7f\xa0"), repr("é\u200b\U0001f600\ud800"))
print(ascii("é😀'"), "%a" % "é", f"{'é'!a}")
class Text(str):
    def __str__(self):
        return "shown"
text = Text("real")
print(text, text + "x", text.upper(), type(text.upper()).__name__, f"{text}", f"{text!r}", "%s" % text, len(text), text == "real")
print({"a": 1}[Text("a")], hash(Text("a")) == hash("a"), isinstance(text, str))

# expect: [   ab  ] [**ab**] [*abc**] ab..|   ab|
# expect: -00042 +001 abc 00
# expect: a       bc      d a   b a
# expect: b c |
# expect: 1☺d xy yy
# expect: a,b xyz k
# expect: ababab xx  ab
# expect: bcd fedcba def ace  ñ ñb
# expect: ['a', 'ñ', '😀'] 3 z a ['a', 'b', 'c']
# expect: True True True True True True
# expect:  1 None b'x' é �
# expect: "it's" '"' '\'"' '\t\n\\' '\x00\x7f\xa0' 'é\u200b😀\ud800'
# expect: "\xe9\U0001f600'" '\xe9' '\xe9'
# expect: shown realx REAL str shown 'real' shown 4 True
# expect: 1 True True
