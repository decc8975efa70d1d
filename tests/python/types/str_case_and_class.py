print("straße".upper(), "ǅ".lower(), "ΑΣ".lower(), "ﬁn".title(), "İ".lower() == "i̇")  # expect: STRASSE ǆ ας Fin True
# expect: Hello World They'Re Bill'S Hello hELLO
print("hello world".title(), "they're bill's".title(), "hELLO".capitalize(), "Hello".swapcase())
print("Straße".casefold(), "ß".isupper(), "ß".islower())  # expect: strasse False True
# expect: True False True False True True
print("²".isdigit(), "²".isdecimal(), "½".isnumeric(), "½".isdigit(), "٣".isdecimal(), "Ⅷ".isnumeric())
# expect: True False True False True True
print("abc".isalpha(), "abc1".isalpha(), "abc1".isalnum(), "".isalnum(), "é".isalpha(), "日本".isalpha())
# expect: True False True True False
print("a1".isidentifier(), "1a".isidentifier(), "class".isidentifier(), "é_".isidentifier(), "".isidentifier())
# expect: True False True False False
print(" \t\n\u2003".isspace(), "".isspace(), "a b".isprintable(), "a\n".isprintable(), "\xad".isprintable())
# expect: True False True True False
print("Hello World".istitle(), "Hello world".istitle(), "HELLO".isupper(), "A1".isupper(), "1".isupper())
print("abc".isascii(), "é".isascii(), "".isascii())  # expect: True False True
