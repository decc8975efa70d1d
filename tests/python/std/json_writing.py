# json.dumps and its options.
import enum
import json
from collections import OrderedDict
from datetime import date
from json.encoder import JSONEncoder as FromEncoder

data = {"name": "Zoë \u2028 \U0001f600", "list": [1, 2.5, True, None, "a\"b\\c\n\t\x01"], "empty": {}, "none": []}
print(json.dumps(data))
# expect: {"name": "Zo\u00eb \u2028 \ud83d\ude00", "list": [1, 2.5, true, null, "a\"b\\c\n\t\u0001"], "empty": {}, "none": []}
print(json.dumps(data, ensure_ascii=False).encode())
# expect: b'{"name": "Zo\xc3\xab \xe2\x80\xa8 \xf0\x9f\x98\x80", "list": [1, 2.5, true, null, "a\\"b\\\\c\\n\\t\\u0001"], "empty": {}, "none": []}'
print(json.dumps(data, indent=2, ensure_ascii=True))
# expect: {
# expect:   "name": "Zo\u00eb \u2028 \ud83d\ude00",
# expect:   "list": [
# expect:     1,
# expect:     2.5,
# expect:     true,
# expect:     null,
# expect:     "a\"b\\c\n\t\u0001"
# expect:   ],
# expect:   "empty": {},
# expect:   "none": []
# expect: }
print(json.dumps({"b": 1, "a": [1, {"c": 2}]}, sort_keys=True, indent="\t"))
# expect: {
# expect: 	"a": [
# expect: 		1,
# expect: 		{
# expect: 			"c": 2
# expect: 		}
# expect: 	],
# expect: 	"b": 1
# expect: }
print(json.dumps([1, [2, []], {}], separators=(",", ":")), json.dumps({"a": 1}, indent=0, separators=(", ", "=")))
# expect: [1,[2,[]],{}] {
# expect: "a"=1
# expect: }
print(json.dumps({1: "int", 2.5: "float", True: "bool", None: "none"}))
# expect: {"1": "bool", "2.5": "float", "null": "none"}
print(json.dumps((1, 2)), json.dumps("text"), json.dumps(None), json.dumps(1e100), json.dumps(10**30), json.dumps(0.1 + 0.2))
# expect: [1, 2] "text" null 1e+100 1000000000000000000000000000000 0.30000000000000004
print(json.dumps([float("nan"), float("inf"), -float("inf")]), json.dumps("\x7f\ud800/"))
# expect: [NaN, Infinity, -Infinity] "\u007f\ud800/"
print(json.dumps(OrderedDict([("z", 1), ("a", 2)])), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
# expect: {"z": 1, "a": 2} {"a": 1}


class Color(enum.IntEnum):
    RED = 1


class Name(str):
    pass


print(json.dumps([Color.RED, Name("x")]), json.dumps({Color.RED: 1}))  # expect: [1, "x"] {"1": 1}
print(json.dumps({"d": date(2024, 1, 2), "s": {1}}, default=str))  # expect: {"d": "2024-01-02", "s": "{1}"}
print(json.dumps([{1, 2}, {3}], default=lambda value: sorted(value)))  # expect: [[1, 2], [3]]


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, date):
            return {"date": o.isoformat()}
        return super().default(o)


print(json.dumps([date(2024, 1, 2)], cls=Encoder, indent=1), Encoder(sort_keys=True).encode({"b": date(2024, 1, 2), "a": 0}))
# expect: [
# expect:  {
# expect:   "date": "2024-01-02"
# expect:  }
# expect: ] {"a": 0, "b": {"date": "2024-01-02"}}
print("".join(json.JSONEncoder().iterencode([1, 2])), FromEncoder is json.JSONEncoder)  # expect: [1, 2] True


class Stream:
    text = ""

    def write(self, text):
        self.text += text


stream = Stream()
json.dump({"a": [1]}, stream, indent=1)
print(stream.text)
# expect: {
# expect:  "a": [
# expect:   1
# expect:  ]
# expect: }


def error_of(work):
    try:
        work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


loop = []
loop.append(loop)
print(error_of(lambda: json.dumps(loop)))  # expect: ValueError: Circular reference detected
print(error_of(lambda: json.dumps(date(2024, 1, 2))))  # expect: TypeError: Object of type date is not JSON serializable
print(error_of(lambda: json.dumps({"x": {1}})))  # expect: TypeError: Object of type set is not JSON serializable
print(error_of(lambda: json.dumps([object], cls=Encoder)))
# expect: TypeError: Object of type type is not JSON serializable
print(error_of(lambda: json.dumps({(1,): 1})))
# expect: TypeError: keys must be str, int, float, bool or None, not tuple
print(error_of(lambda: json.dumps(float("nan"), allow_nan=False)))
# expect: ValueError: Out of range float values are not JSON compliant
print(error_of(lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True)))
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
print(json.loads(json.dumps(data)) == data)  # expect: True
