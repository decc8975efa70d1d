from pathlib import Path
here = Path(__file__).resolve().parent
data = here / "data"
print(here.name, data.exists(), data.is_dir(), data.is_file(), (data / "a.txt").is_file(), (data / "nope").exists(), Path(__file__).name)
print((data / "a.txt").read_text(), (data / "a.txt").read_bytes(), (data / "b.py").read_text(encoding="utf-8").strip())
print(sorted(p.name for p in data.iterdir()), sorted(p.name for p in data.glob("*.txt")), sorted(str(p.relative_to(data)) for p in data.rglob("*.txt")))
print(sorted(str(p.relative_to(data)) for p in data.glob("**/*.py")), sorted(p.name for p in data.glob("s*/*")), sorted(str(p.relative_to(data)) for p in data.glob("**")))
print([p.name for p in data.glob("a.txt")], list(data.glob("nope/*")), list((data / "a.txt").glob("*")))
with (data / "a.txt").open() as file:
    print(file.readline().strip(), [line.strip() for line in file])
with open(data / "a.txt") as file:
    print(len(file.read()))
data.mkdir(exist_ok=True)
print(Path("x/../y").resolve().name, Path("a").absolute() == Path.cwd() / "a", data.samefile(here / "data" / "sub" / ".."), data.is_symlink())
for work in (lambda: (data / "nope").read_text(), lambda: list((data / "nope").iterdir()), lambda: data.read_text(), lambda: data.mkdir(), lambda: (data / "nope").resolve(strict=True)):
    try:
        print(work())
    except OSError as error:
        print(type(error).__name__, error.errno, error.strerror)

# expect: modules True True False True False pathlib_reading.py
# expect: one
# expect: two
# expect:  b'one\ntwo\n' x = 1
# expect: ['a.txt', 'b.py', 'sub'] ['a.txt'] ['a.txt', 'sub/c.txt']
# expect: ['b.py', 'sub/deep/d.py'] ['c.txt', 'deep'] ['.', 'sub', 'sub/deep']
# expect: ['a.txt'] [] []
# expect: one ['two']
# expect: 8
# expect: y True True False
# expect: FileNotFoundError 2 No such file or directory
# expect: FileNotFoundError 2 No such file or directory
# expect: IsADirectoryError 21 Is a directory
# expect: FileExistsError 17 File exists
# expect: FileNotFoundError 2 No such file or directory
