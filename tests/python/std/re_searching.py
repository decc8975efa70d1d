# Searching: match, search, fullmatch, findall, finditer, split, and what a match knows.
import re

match = re.search(r"(\d+)-(?P<word>\w+)", "on 12-ab and 34-cd")
print(match, match.group(), match.group(1), match.group("word"), match.group(1, 2), match[0], match["word"])
# expect: <re.Match object; span=(3, 8), match='12-ab'> 12-ab 12 ab ('12', 'ab') 12-ab ab
print(match.groups(), match.groupdict(), match.span(), match.start(1), match.end("word"), match.lastindex, match.lastgroup)
# expect: ('12', 'ab') {'word': 'ab'} (3, 8) 3 8 2 word
print(match.string, match.pos, match.endpos, match.re.pattern, bool(match))
# expect: on 12-ab and 34-cd 0 18 (\d+)-(?P<word>\w+) True
print(re.match("b", "abc"), re.fullmatch("a|ab", "ab"), re.match(r"a", "abc", re.I).span(), re.fullmatch("ab", "abc"))
# expect: None <re.Match object; span=(0, 2), match='ab'> (0, 1) None
print(re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)(\d)", "a1b2"), re.findall("(a)|b", "ab"), re.findall("", "ab"))
# expect: ['1', '22', '333'] [('a', '1'), ('b', '2')] ['a', ''] ['', '', '']
print(re.findall(r"\b", "ab cd"), re.findall("a*", "baac"), re.findall(r"^\w", "a\nb", re.M), re.findall(r"x*", "axbx"))
# expect: ['', '', '', ''] ['', 'aa', '', ''] ['a', 'b'] ['', 'x', '', 'x', '']
print([m.span() for m in re.finditer(r"\w+", "Zoë läuft")], [m.group() for m in re.finditer("(?m)^.*$", "a\n\nb")])
# expect: [(0, 3), (4, 9)] ['a', '', 'b']
print(re.split(r"[,;]\s*", "a, b;c"), re.split("(-)", "a-b-c"), re.split("-", "a-b-c", maxsplit=1), re.split("x*", "axb"), re.split("(a)|b", "1a2b3"))
# expect: ['a', 'b', 'c'] ['a', '-', 'b', '-', 'c'] ['a', 'b-c'] ['', 'a', '', 'b', ''] ['1', 'a', '2', None, '3']
pattern = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)", re.ASCII)
print(pattern.pattern, pattern.groups, dict(pattern.groupindex), pattern.flags, repr(pattern))
# expect: (?P<year>\d{4})-(?P<month>\d\d) 2 {'year': 1, 'month': 2} 256 re.compile('(?P<year>\\d{4})-(?P<month>\\d\\d)', re.ASCII)
print(pattern.search("x 2024-05", 2).span(), pattern.match("2024-05"), pattern.search("2024-05", 0, 6), pattern.fullmatch("2024-05").groupdict())
# expect: (2, 9) <re.Match object; span=(0, 7), match='2024-05'> None {'year': '2024', 'month': '05'}
print(re.compile("a").match("ba", 1), re.compile("^a").match("ba", 1), re.compile("a$").search("ab", 0, 1))
# expect: <re.Match object; span=(1, 2), match='a'> None <re.Match object; span=(0, 1), match='a'>
print(re.search("(a)?b", "b").groups(), re.search("(a)?b", "b").groups("-"), re.search("(a)?b", "b").span(1), re.search("(x)|(y)", "y").lastindex)
# expect: (None,) ('-',) (-1, -1) 2
print(re.search("(?i)ABC", "xabc").group(), re.search("a.c", "a\nc"), re.search("a.c", "a\nc", re.S).group(), re.search("(?s:a.c)", "a\nc").span())
# expect: abc None a
# expect: c (0, 3)
print(re.search(r"""
    (\w+)   # a word
    \s* = \s*
    [#\ ]*  # signs
    """, "key = #", re.X).group(1))
# expect: key
print(re.search(r"(\w)\1", "hello").group(), re.search(r"(?P<c>\w)(?P=c)", "hello").group(), re.search(r"(?<=a)b(?!c)", "abc abd").span())
# expect: ll ll (5, 6)
print(re.search(r"(a)?(?(1)b|c)", "c").group(), re.search(r"a{,2}", "aaa").group(), re.search(r"a{2,}?", "aaaa").group(), re.search("x{,y}", "x{,y}").group())
# expect: c aa aa x{,y}
print(re.findall(r"[\w.-]+@[\w-]+\.\w+", "me@a-b.org, you@c.de"), re.findall(r"[]a]", "a]"), re.findall(r"[^\]]", "a]"), re.findall(r"[a\-z]", "a-m"))
# expect: ['me@a-b.org', 'you@c.de'] ['a', ']'] ['a'] ['a', '-']
print(re.findall(r"[[:alpha:]]", ":]a"), re.findall(r"\s", "a\x1cb\u2003c\x85"), re.findall(r"\w", "aé_٣-"), re.findall(r"\w", "aé", re.A))
# expect: [':]'] ['\x1c', '\u2003', '\x85'] ['a', 'é', '_', '٣'] ['a']
print(re.match(r"\Aab\Z", "ab\n"), re.match(r"ab$", "ab\n").span(), re.search(r"\x41\u00e9\t\101", "Aé\tA").span(), re.search(r"[\x41-\x43]+", "xABC").group())
# expect: None (0, 2) (0, 4) ABC
print(re.findall(rb"\w+", b"ab \xff c"), re.match(b"(.)", b"\xff").group(1), re.search("ß", "STRASSE", re.I), re.findall("É", "é", re.I))
# expect: [b'ab', b'c'] b'\xff' None ['é']
print(re.match("(?:a|b)*+", "abab").group(), re.match("(?>a+)b", "aab").group(), re.match(r"((a)b)", "ab").lastindex, re.match("(a)(b)?", "a").lastindex)
# expect: abab aab 1 1
print(re.search(r"^\s*CREATE\s+(?:UNIQUE\s+)?INDEX\s+(\S+)", "  create unique index ix_a ON t", re.IGNORECASE | re.MULTILINE).group(1))
# expect: ix_a
print(re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I), len({re.compile("a"), re.compile("a")}), re.compile(re.compile("q")).pattern)
# expect: True False 1 q
print(int(re.I), int(re.I | re.M), int(re.X))  # expect: 2 10 64
