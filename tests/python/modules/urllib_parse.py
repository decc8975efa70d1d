from urllib.parse import *
from urllib import parse
import urllib.parse
print(quote("a b/c?é&=+~"), quote("a/b", safe=""), quote_plus("a b/c&d@e:f"), quote("p@ss:w%rd"), quote(b"\xff "), quote_plus("é", encoding="latin-1"))
print(unquote("a%20b%C3%A9+%zz%4"), unquote_plus("a+b%2B"), unquote_to_bytes("%ff%00a"), unquote("%E9", encoding="latin-1"), unquote("%ff"))
u = urlparse("postgresql+psycopg2://user:p%40ss@Db.Example.com:5432/name;x?sslmode=require&a=1#frag")
print(u)
print(u.scheme, u.netloc, u.username, u.password, u.hostname, u.port, u.path, u.params, u.query, u.fragment, u.geturl(), u[1])
print(urlsplit("http://[::1]:80/p;x?q#f"), urlsplit("//host/path").netloc, urlsplit("mailto:a@b.c"), urlsplit("path/only?x"), urlsplit("HTTP://x").scheme)
print(urlparse("http://h/a;b;c").params, urlparse("http://h").port, urlparse("sqlite:///x.db"), urlparse("sqlite:////abs/x.db").path, urlparse("").hostname)
print(u._replace(netloc="u:p@h:1").geturl(), urlunparse(("https", "h", "/p", "", "q=1", "f")), urlunsplit(("", "", "p", "", "")), u._replace(path="/other", query="").geturl())
print(urlencode({"a": 1, "b": "x y", "c": "é&"}), urlencode([("a", "1"), ("a", "2")]), urlencode({"a": [1, 2], "b": "xy"}, doseq=True), urlencode({"a": "b c"}, quote_via=quote))
print(parse_qs("a=1&a=2&b=&c=%20x+y"), parse_qs("a=&b", keep_blank_values=True), parse_qsl("a=1&b=2"), parse_qs(""))
for base, url in [("http://a/b/c/d", "e"), ("http://a/b/c/d", "../e"), ("http://a/b/c/d", "/e"), ("http://a/b/c/d", "//h/e"), ("http://a/b", "?q"), ("http://a/b", "http://x/y"), ("http://a/b/", ""), ("http://a", "b"), ("http://a/b/c/d", "./../../e/")]:
    print(urljoin(base, url), end=" ")
print()
print(urldefrag("http://a/b#c"), urldefrag("x").fragment == "", parse.quote is quote, urllib.parse.unquote is unquote)
for work in (lambda: urlparse("http://h:x").port, lambda: urlparse("http://h:99999").port, lambda: urlsplit("http://[x"), lambda: parse_qsl("a", strict_parsing=True)):
    try:
        print(work())
    except ValueError as error:
        print(error)

# expect: a%20b/c%3F%C3%A9%26%3D%2B~ a%2Fb a+b%2Fc%26d%40e%3Af p%40ss%3Aw%25rd %FF%20 %E9
# expect: a bé+%zz%4 a b+ b'\xff\x00a' é �
# expect: ParseResult(scheme='postgresql+psycopg2', netloc='user:p%40ss@Db.Example.com:5432', path='/name;x', params='', query='sslmode=require&a=1', fragment='frag')
# expect: postgresql+psycopg2 user:p%40ss@Db.Example.com:5432 user p%40ss db.example.com 5432 /name;x  sslmode=require&a=1 frag postgresql+psycopg2://user:p%40ss@Db.Example.com:5432/name;x?sslmode=require&a=1#frag user:p%40ss@Db.Example.com:5432
# expect: SplitResult(scheme='http', netloc='[::1]:80', path='/p;x', query='q', fragment='f') host SplitResult(scheme='mailto', netloc='', path='a@b.c', query='', fragment='') SplitResult(scheme='', netloc='', path='path/only', query='x', fragment='') http
# expect: b;c None ParseResult(scheme='sqlite', netloc='', path='/x.db', params='', query='', fragment='') //abs/x.db None
# expect: postgresql+psycopg2://u:p@h:1/name;x?sslmode=require&a=1#frag https://h/p?q=1#f p postgresql+psycopg2://user:p%40ss@Db.Example.com:5432/other#frag
# expect: a=1&b=x+y&c=%C3%A9%26 a=1&a=2 a=1&a=2&b=xy a=b%20c
# expect: {'a': ['1', '2'], 'c': [' x y']} {'a': [''], 'b': ['']} [('a', '1'), ('b', '2')] {}
# expect: http://a/b/c/e http://a/b/e http://a/e http://h/e http://a/b?q http://x/y http://a/b/ http://a/b http://a/e/ 
# expect: DefragResult(url='http://a/b', fragment='c') True True True
# expect: Port could not be cast to integer value as 'x'
# expect: Port out of range 0-65535
# expect: Invalid IPv6 URL
# expect: bad query field: 'a'
