# unicodedata: normal forms, which make slugs and compare names.
import unicodedata

print(unicodedata.normalize("NFKD", "Crème Brûlée Œuvre №5").encode("ascii", "ignore").decode("ascii"))  # expect: Creme Brulee uvre No5
print(len(unicodedata.normalize("NFD", "é")), len(unicodedata.normalize("NFC", "e\u0301")))  # expect: 2 1
print(ascii(unicodedata.normalize("NFKC", "ﬁ①\uff21")))  # expect: 'fi1A'
print(ascii(unicodedata.normalize("NFD", "한\0글")))  # expect: '\u1112\u1161\u11ab\x00\u1100\u1173\u11af'
print(unicodedata.is_normalized("NFC", "é"), unicodedata.is_normalized("NFD", "é"))  # expect: True False
print("".join(c for c in unicodedata.normalize("NFD", "Ångström") if unicodedata.category(c) != "Mn"))  # expect: Angstrom
print([unicodedata.category(c) for c in "aA1 _€\n"])  # expect: ['Ll', 'Lu', 'Nd', 'Zs', 'Pc', 'Sc', 'Cc']
print(unicodedata.combining("\u0301"), unicodedata.combining("a"))  # expect: 230 0
print([unicodedata.bidirectional(c) for c in "aא1 "])  # expect: ['L', 'R', 'EN', 'WS']
print(unicodedata.lookup("LATIN SMALL LETTER E WITH ACUTE"))  # expect: é
for call in (
    lambda: unicodedata.normalize("NFX", "a"),
    lambda: unicodedata.normalize("NFC", 1),
    lambda: unicodedata.category("ab"),
):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect: ValueError invalid normalization form
# expect: TypeError normalize() argument 2 must be str, not int
# expect: TypeError category() argument must be a unicode character, not str
