from pathlib import Path, PurePath, PosixPath, PurePosixPath
import os
p = Path("/srv/app") / "config" / "settings.tar.gz"
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.root, p.anchor, p.drive == "")
print(list(p.parents), p.parents[0], p.parents[-1], len(p.parents), p.parent.parent.name, Path("a").parents[0])
print(Path("a//b/./c/"), Path(), Path("."), Path("/"), Path("//x/y"), Path("a", "/b", "c"), Path("a", Path("b")), "x" / Path("y"))
print(p.with_name("x.py"), p.with_suffix(".py"), p.with_suffix(""), p.with_stem("other"), Path("a/b").with_suffix(".txt"))
print(p.relative_to("/srv"), p.is_relative_to("/srv/app"), p.is_relative_to("/x"), p.is_absolute(), Path("a").is_absolute(), p.as_posix(), p.as_uri())
print(Path("a/b") == Path("a//b"), Path("a") < Path("b"), hash(Path("a")) == hash(Path("a")), Path("a") == "a", sorted([Path("b"), Path("a/c"), Path("a")]))
print(Path(".bashrc").suffix == "", Path(".bashrc").stem, Path("a.").suffix == "", Path("..").name, Path("a/..").parts, Path("x.tar.gz").stem)
print(os.fspath(p), str(p) + "!", os.path.join(Path("a"), "b"), f"{p}", "%s" % p, p.joinpath("x", "y"), isinstance(p, PurePath), type(p).__name__, type(PurePath("a")).__name__)
print(Path("a/b/c.py").match("*.py"), Path("a/b/c.py").match("b/*"), Path("a/b/c.py").match("/a/*"), Path("c.py").match("[abc].??"), bytes(Path("é")))
print(str(Path("~/x").expanduser()), Path.home(), isinstance(Path("a"), os.PathLike), Path("a").joinpath("../b"), p.parents[1:3])
for work in (lambda: p.relative_to("/x"), lambda: Path("/").with_name("x"), lambda: p.with_suffix("py"), lambda: Path(1), lambda: p / 5, lambda: p.with_name("a/b"), lambda: p.parents[9]):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: /srv/app/config/settings.tar.gz PosixPath('/srv/app/config/settings.tar.gz') settings.tar.gz settings.tar .gz ['.tar', '.gz'] /srv/app/config ('/', 'srv', 'app', 'config', 'settings.tar.gz') / / True
# expect: [PosixPath('/srv/app/config'), PosixPath('/srv/app'), PosixPath('/srv'), PosixPath('/')] /srv/app/config / 4 app .
# expect: a/b/c . . / //x/y /b/c a/b x/y
# expect: /srv/app/config/x.py /srv/app/config/settings.tar.py /srv/app/config/settings.tar /srv/app/config/other.gz a/b.txt
# expect: app/config/settings.tar.gz True False True False /srv/app/config/settings.tar.gz file:///srv/app/config/settings.tar.gz
# expect: True True True False [PosixPath('a'), PosixPath('a/c'), PosixPath('b')]
# expect: True .bashrc True .. ('a', '..') x.tar
# expect: /srv/app/config/settings.tar.gz /srv/app/config/settings.tar.gz! a/b /srv/app/config/settings.tar.gz /srv/app/config/settings.tar.gz /srv/app/config/settings.tar.gz/x/y True PosixPath PurePosixPath
# expect: True True False True b'\xc3\xa9'
# expect: /somewhere/x /somewhere True a/../b (PosixPath('/srv/app'), PosixPath('/srv'))
# expect: ValueError '/srv/app/config/settings.tar.gz' is not in the subpath of '/x' OR one path is relative and the other is absolute.
# expect: ValueError PosixPath('/') has an empty name
# expect: ValueError Invalid suffix 'py'
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: TypeError unsupported operand type(s) for /: 'PosixPath' and 'int'
# expect: ValueError Invalid name 'a/b'
# expect: IndexError 9
