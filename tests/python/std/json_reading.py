# json.loads, its hooks and its errors.
import json
from decimal import Decimal
from json import JSONDecodeError
from json.decoder import JSONDecodeError as FromDecoder

print(json.loads(' {"a": [1, -2.5, 1e3, true, false, null, "x\\u00e4\\n\\ud83d\\ude00\\/"], "b": {}} '))
# expect: {'a': [1, -2.5, 1000.0, True, False, None, 'xä\n😀/'], 'b': {}}
print(json.loads("[]"), json.loads("0"), json.loads('"x"'), json.loads("-0"), json.loads("1E2"), json.loads("12345678901234567890123"))
# expect: [] 0 x 0 100.0 12345678901234567890123
print(json.loads(b'{"a": "\xc3\xa4"}'), json.loads(bytearray(b"[1]")), json.loads("[NaN, Infinity, -Infinity]"))
# expect: {'a': 'ä'} [1] [nan, inf, -inf]
print(json.loads('{"a": 1, "a": 2, "b": {"c": 3}}', object_pairs_hook=lambda pairs: pairs))
# expect: [('a', 1), ('a', 2), ('b', [('c', 3)])]
print(json.loads('{"x": {"y": 1}}', object_hook=lambda found: sorted(found.items())))  # expect: [('x', [('y', 1)])]
print(json.loads("[1.10, 2]", parse_float=Decimal, parse_int=str), json.loads("[NaN]", parse_constant=lambda name: name))
# expect: [Decimal('1.10'), '2'] ['NaN']


class Stream:
    def read(self):
        return '{"k": [1, 2]}'


print(json.load(Stream()))  # expect: {'k': [1, 2]}
print(json.JSONDecoder().decode("[1]"), json.JSONDecoder().raw_decode('{"ä": 1} rest'), FromDecoder is JSONDecodeError)
# expect: [1] ({'ä': 1}, 8) True
print(json.loads('"a\tb"', strict=False), repr(json.loads('"\\ud800"')))  # expect: a	b '\ud800'


def error_of(text, **options):
    try:
        return json.loads(text, **options)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for text in ["", "nul", "[1,]", "[1 2]", '{"a" 1}', '{"a": }', "{a: 1}", '{"a": 1,}', '"abc', '"a\nb"', '"\\q"', '"\\u12"',
             "[1] x", '{"a": 1 "b": 2}', "[", "{", '{"a"', "\n\n  ]", "01", "1.", "-", '["ä", x]', "tru", '{"a":1', "[1,"]:
    print(repr(text), error_of(text))
# expect: '' JSONDecodeError: Expecting value: line 1 column 1 (char 0)
# expect: 'nul' JSONDecodeError: Expecting value: line 1 column 1 (char 0)
# expect: '[1,]' JSONDecodeError: Expecting value: line 1 column 4 (char 3)
# expect: '[1 2]' JSONDecodeError: Expecting ',' delimiter: line 1 column 4 (char 3)
# expect: '{"a" 1}' JSONDecodeError: Expecting ':' delimiter: line 1 column 6 (char 5)
# expect: '{"a": }' JSONDecodeError: Expecting value: line 1 column 7 (char 6)
# expect: '{a: 1}' JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: '{"a": 1,}' JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 9 (char 8)
# expect: '"abc' JSONDecodeError: Unterminated string starting at: line 1 column 1 (char 0)
# expect: '"a\nb"' JSONDecodeError: Invalid control character at: line 1 column 3 (char 2)
# expect: '"\\q"' JSONDecodeError: Invalid \escape: line 1 column 2 (char 1)
# expect: '"\\u12"' JSONDecodeError: Invalid \uXXXX escape: line 1 column 3 (char 2)
# expect: '[1] x' JSONDecodeError: Extra data: line 1 column 5 (char 4)
# expect: '{"a": 1 "b": 2}' JSONDecodeError: Expecting ',' delimiter: line 1 column 9 (char 8)
# expect: '[' JSONDecodeError: Expecting value: line 1 column 2 (char 1)
# expect: '{' JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: '{"a"' JSONDecodeError: Expecting ':' delimiter: line 1 column 5 (char 4)
# expect: '\n\n  ]' JSONDecodeError: Expecting value: line 3 column 3 (char 4)
# expect: '01' JSONDecodeError: Extra data: line 1 column 2 (char 1)
# expect: '1.' JSONDecodeError: Extra data: line 1 column 2 (char 1)
# expect: '-' JSONDecodeError: Expecting value: line 1 column 1 (char 0)
# expect: '["ä", x]' JSONDecodeError: Expecting value: line 1 column 7 (char 6)
# expect: 'tru' JSONDecodeError: Expecting value: line 1 column 1 (char 0)
# expect: '{"a":1' JSONDecodeError: Expecting ',' delimiter: line 1 column 7 (char 6)
# expect: '[1,' JSONDecodeError: Expecting value: line 1 column 4 (char 3)
print(error_of(None))  # expect: TypeError: the JSON object must be str, bytes or bytearray, not NoneType
print(error_of(5))  # expect: TypeError: the JSON object must be str, bytes or bytearray, not int
try:
    json.loads('{"a":\n  bad}')
except JSONDecodeError as error:
    print(error.msg, error.pos, error.lineno, error.colno, error.doc == '{"a":\n  bad}', isinstance(error, ValueError), error.args)
# expect: Expecting value 8 2 3 True True ('Expecting value: line 2 column 3 (char 8)',)
print(str(JSONDecodeError("told", "a\nbc", 3)))  # expect: told: line 2 column 2 (char 3)
print(error_of("[" * 100000)[:44])  # expect: RecursionError: maximum recursion depth exce
