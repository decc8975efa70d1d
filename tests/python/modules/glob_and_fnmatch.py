import fnmatch
import glob
import os
here = os.path.dirname(os.path.abspath(__file__))
def show(pattern, **options):
    return sorted(os.path.relpath(path, here) for path in glob.glob(os.path.join(here, pattern), **options))
# expect: ['data/a.txt'] ['data/b.py', 'data/sub/deep/d.py'] ['data/sub'] [] ['data/sub/c.txt'] ['data/a.txt', 'data/b.py']
print(show("data/*.txt"), show("data/**/*.py", recursive=True), show("data/*/"), show("data/nope*"), show("data/s?b/*.txt"), show("data/[ab].*"))
# expect: ['a.txt'] True a[[]1][*][?] True
print(sorted(glob.glob("*.txt", root_dir=os.path.join(here, "data"))), glob.has_magic("a*"), glob.escape("a[1]*?"), list(glob.iglob(os.path.join(here, "data", "a.txt"))) != [])
# expect: [True, False, True, True, False, False, True, True, True, True, False]
print([fnmatch.fnmatch(n, p) for n, p in [("a.py", "*.py"), ("a.pyc", "*.py"), ("abc", "a?c"), ("abc", "[a-c]bc"), ("abc", "[!a]bc"), ("a", ""), ("", "*"), ("a]", "a[]]"), ("x[", "x["), ("aXbXc", "a*b*c"), ("ab", "a*b*c")]])
# expect: ['a.py', 'c.py'] False
print(fnmatch.filter(["a.py", "b.txt", "c.py"], "*.py"), fnmatch.fnmatchcase("A", "a"))
