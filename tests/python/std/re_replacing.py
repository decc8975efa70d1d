# Replacing, with texts and with functions; escaping; and patterns that are wrong.
import re

print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", count=2), re.subn("a", "", "banana"))
# expect: bbnbnb bbnbna ('bnn', 3)
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<a>.)(?P<b>.)", r"\g<b>\g<a>\g<0>", "xy"))
# expect: world hello yxxy
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "1 22 x"), re.sub("(a)|(b)", r"[\1\2]", "ab"))
# expect: 2 44 x [a][b]
print(re.sub("x*", "-", "abxd"), re.sub(r"\b", "|", "ab cd"), re.sub("", "-", "ab"), re.sub("(?<!^)(?=[A-Z])", "_", "CamelCaseName").lower())
# expect: -a-b--d- |ab| |cd| -a-b- camel_case_name
print(repr(re.sub("a", r"\n\t\\", "a")), re.sub("a", r"\g<0>1", "a"), re.sub("(a)", r"\1\060", "a"), re.sub("é", "\\\\", "é"))
# expect: '\n\t\\' a1 a0 \
print(re.sub(b"a", b"b", b"aXa"), re.compile(r"\s+").sub(" ", "a  b \n c"), re.sub("(?i)A", "x", "aA"))
# expect: b'bXb' a b c xx
print(re.escape("a.b*c[d] e-f_g/é"), re.escape(b"a.b"), re.fullmatch(re.escape("1+1=2?"), "1+1=2?").span())
# expect: a\.b\*c\[d\]\ e\-f_g/é b'a\\.b' (0, 6)
print(re.match(r"(\w+)-(\d+)", "ab-12").expand(r"\2:\1:\g<1>"))  # expect: 12:ab:ab


def error_of(work):
    try:
        return work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for pattern in ["(", ")", "a)", "[", "[a", "*a", "a**", "a{2,1}", "(?P<a>x)(?P<a>y)", "(?P<1a>x)", r"\1", r"(\1)", "(?P=x)", "(?<x)", "(?x", "(?P", "(?Px)",
                "a(?i)b", r"\q", "\\", r"\x1", r"\u12", "[b-a]", r"[\w-z]", "(?#", "(?z)", "(?P<>x)", "(?P<a", "(?(1a)b)", "(?(1)a|b|c)", "a\n(b", "(?:", "x++*", r"[\q]", "(?<=a*)b"]:
    print(repr(pattern), error_of(lambda: re.compile(pattern)))
# expect: '(' error: missing ), unterminated subpattern at position 0
# expect: ')' error: unbalanced parenthesis at position 0
# expect: 'a)' error: unbalanced parenthesis at position 1
# expect: '[' error: unterminated character set at position 0
# expect: '[a' error: unterminated character set at position 0
# expect: '*a' error: nothing to repeat at position 0
# expect: 'a**' error: multiple repeat at position 2
# expect: 'a{2,1}' error: min repeat greater than max repeat at position 2
# expect: '(?P<a>x)(?P<a>y)' error: redefinition of group name 'a' as group 2; was group 1 at position 12
# expect: '(?P<1a>x)' error: bad character in group name '1a' at position 4
# expect: '\\1' error: invalid group reference 1 at position 1
# expect: '(\\1)' error: cannot refer to an open group at position 1
# expect: '(?P=x)' error: unknown group name 'x' at position 4
# expect: '(?<x)' error: unknown extension ?<x at position 1
# expect: '(?x' error: missing -, : or ) at position 3
# expect: '(?P' error: unexpected end of pattern at position 3
# expect: '(?Px)' error: unknown extension ?Px at position 1
# expect: 'a(?i)b' error: global flags not at the start of the expression at position 1
# expect: '\\q' error: bad escape \q at position 0
# expect: '\\' error: bad escape (end of pattern) at position 0
# expect: '\\x1' error: incomplete escape \x1 at position 0
# expect: '\\u12' error: incomplete escape \u12 at position 0
# expect: '[b-a]' error: bad character range b-a at position 1
# expect: '[\\w-z]' error: bad character range \w-z at position 1
# expect: '(?#' error: missing ), unterminated comment at position 0
# expect: '(?z)' error: unknown extension ?z at position 1
# expect: '(?P<>x)' error: missing group name at position 4
# expect: '(?P<a' error: missing >, unterminated name at position 4
# expect: '(?(1a)b)' error: bad character in group name '1a' at position 3
# expect: '(?(1)a|b|c)' error: conditional backref with more than two branches at position 8
# expect: 'a\n(b' error: missing ), unterminated subpattern at position 2 (line 2, column 1)
# expect: '(?:' error: missing ), unterminated subpattern at position 0
# expect: 'x++*' error: multiple repeat at position 3
# expect: '[\\q]' error: bad escape \q at position 1
# expect: '(?<=a*)b' error: look-behind requires fixed-width pattern
print(error_of(lambda: re.sub("a", r"\2", "a")))  # expect: error: invalid group reference 2 at position 1
print(error_of(lambda: re.sub("a", r"\g<x>", "a")))  # expect: IndexError: unknown group name 'x'
print(error_of(lambda: re.sub("a", r"\q", "a")))  # expect: error: bad escape \q at position 0
print(error_of(lambda: re.match("a", 5)))  # expect: TypeError: expected string or bytes-like object, got 'int'
print(error_of(lambda: re.match("a", b"a")))  # expect: TypeError: cannot use a string pattern on a bytes-like object
print(error_of(lambda: re.match(b"a", "a")))  # expect: TypeError: cannot use a bytes pattern on a string-like object
print(error_of(lambda: re.match(5, "a")))  # expect: TypeError: first argument must be string or compiled pattern
print(error_of(lambda: re.match("a", "a").group(1)))  # expect: IndexError: no such group
print(error_of(lambda: re.match("a", "a").group("x")))  # expect: IndexError: no such group
print(error_of(lambda: re.compile(re.compile("a"), re.I)))
# expect: ValueError: cannot process flags argument with a compiled pattern
try:
    re.compile("a(")
except re.error as error:
    print(error.msg, error.pattern, error.pos, error.lineno, error.colno, isinstance(error, Exception))
# expect: missing ), unterminated subpattern a( 1 1 2 True
