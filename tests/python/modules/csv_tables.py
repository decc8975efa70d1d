import csv
import io
text = 'a,b,c\r\n1,"two, 2","say ""hi"""\r\n,"multi\nline",\r\n\r\nlast'
for row in csv.reader(io.StringIO(text, newline="")):
    print(row)
print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")), list(csv.reader(["a\tb"], dialect="excel-tab")), list(csv.reader([" a, b"], skipinitialspace=True)))
print(list(csv.reader(['1,"x",2.5'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(['"a"b,c'])), list(csv.reader(['a\\,b,c'], escapechar="\\")), list(csv.reader(['a"b,"c'], quoting=csv.QUOTE_NONE)))
rows = list(csv.DictReader(io.StringIO("id,name\n1,ann\n2\n3,bob,extra\n"), restkey="more", restval="-"))
print(rows)
reader = csv.DictReader(["x,1"], fieldnames=["k", "v"])
print(reader.fieldnames, next(reader), reader.line_num)
out = io.StringIO()
writer = csv.writer(out)
writer.writerow(["a", 1, None, 2.5, True, 'q"q', "x,y", "l\nm", ""])
writer.writerows([[1], [""], []])
print(repr(out.getvalue()))
out = io.StringIO()
csv.writer(out, delimiter="|", quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(["a", 1])
csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerow(["a", 1, 2.5, None])
csv.writer(out, quoting=csv.QUOTE_NONE, escapechar="\\", lineterminator="\n").writerow(["a,b", 'c"d'])
csv.writer(out, dialect="unix").writerow(["x", 2])
print(out.getvalue())
out = io.StringIO()
dict_writer = csv.DictWriter(out, ["id", "name"], lineterminator="\n", extrasaction="ignore")
dict_writer.writeheader()
dict_writer.writerow({"id": 1, "name": "x", "other": 5})
dict_writer.writerows([{"id": 2}])
print(out.getvalue())
csv.register_dialect("semi", delimiter=";")
print(list(csv.reader(["a;b"], "semi")), sorted(csv.list_dialects()), csv.get_dialect("semi").delimiter, csv.field_size_limit())
for work in (lambda: csv.reader([], "nope"), lambda: csv.reader([], delimiter="ab"), lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1}), lambda: csv.writer(io.StringIO()).writerow(5), lambda: next(csv.reader([b"a"]))):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: ['a', 'b', 'c']
# expect: ['1', 'two, 2', 'say "hi"']
# expect: ['', 'multi\nline', '']
# expect: []
# expect: ['last']
# expect: [['a', 'b', 'c;d']] [['a', 'b']] [['a', 'b']]
# expect: [[1.0, 'x', 2.5]] [['ab', 'c']] [['a,b', 'c']] [['a"b', '"c']]
# expect: [{'id': '1', 'name': 'ann'}, {'id': '2', 'name': '-'}, {'id': '3', 'name': 'bob', 'more': ['extra']}]
# expect: ['k', 'v'] {'k': 'x', 'v': '1'} 1
# expect: 'a,1,,2.5,True,"q""q","x,y","l\nm",\r\n1\r\n""\r\n\r\n'
# expect: "a"|"1"
# expect: "a",1,2.5,""
# expect: a\,b,c\"d
# expect: "x","2"
# expect:
# expect: id,name
# expect: 1,x
# expect: 2,
# expect:
# expect: [['a', 'b']] ['excel', 'excel-tab', 'semi', 'unix'] ; 131072
# expect: Error unknown dialect
# expect: TypeError "delimiter" must be a 1-character string
# expect: ValueError dict contains fields not in fieldnames: 'b'
# expect: Error iterable expected, not int
# expect: Error iterator should return strings, not bytes (the file should be opened in text mode)
