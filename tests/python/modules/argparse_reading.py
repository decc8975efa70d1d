import argparse

parser = argparse.ArgumentParser(prog="run", description="Runs.")
parser.add_argument("name")
parser.add_argument("more", nargs="*", type=int)
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--dry-run", action="store_true")
parser.add_argument("--no-color", dest="color", action="store_false")
parser.add_argument("-n", "--number", type=int, default="3", choices=[1, 3, 5])
parser.add_argument("-x", action="append")
parser.add_argument("--pair", nargs=2, metavar=("A", "B"))
parser.add_argument("--maybe", nargs="?", const="given", default="absent")
parser.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True)
print(sorted(vars(parser.parse_args(["a"])).items()))
# expect: [('color', True), ('dry_run', False), ('flag', True), ('maybe', 'absent'), ('more', []), ('name', 'a'), ('number', 3), ('pair', None), ('verbose', 0), ('x', None)]
print(sorted(vars(parser.parse_args(["-vv", "a", "1", "2", "--dry-run", "--no-color", "-n5"])).items()))
# expect: [('color', False), ('dry_run', True), ('flag', True), ('maybe', 'absent'), ('more', [1, 2]), ('name', 'a'), ('number', 5), ('pair', None), ('verbose', 2), ('x', None)]
print(sorted(vars(parser.parse_args(["a", "-x1", "-x", "2", "--pair", "p", "q", "--maybe", "--no-flag"])).items()))
# expect: [('color', True), ('dry_run', False), ('flag', False), ('maybe', 'given'), ('more', []), ('name', 'a'), ('number', 3), ('pair', ['p', 'q']), ('verbose', 0), ('x', ['1', '2'])]
print(parser.parse_args(["--maybe=m", "--verb", "--", "-a"]).name)
# expect: -a
print(parser.parse_known_args(["a", "--unknown", "-z"])[1])
# expect: ['--unknown', '-z']
print(parser.parse_args([], argparse.Namespace(name="kept")) if False else argparse.Namespace(a=1, b="x"))
# expect: Namespace(a=1, b='x')
for words in (["a", "-n", "2"], ["a", "-n", "x"], [], ["a", "--pair", "p"], ["a", "--what"]):
    try:
        parser.parse_args(words)
    except SystemExit as error:
        print("exit", error.code)
        # expect: exit 2
        # expect: exit 2
        # expect: exit 2
        # expect: exit 2
        # expect: exit 2
sub = argparse.ArgumentParser(prog="tool")
commands = sub.add_subparsers(dest="command")
up = commands.add_parser("up", help="go up")
up.add_argument("revision", nargs="?", default="head")
up.set_defaults(func=len)
down = commands.add_parser("down")
down.add_argument("--sql", action="store_true")
print(vars(sub.parse_args(["up"])) == {"command": "up", "revision": "head", "func": len})
# expect: True
print(sorted(vars(sub.parse_args(["down", "--sql"])).items()))
# expect: [('command', 'down'), ('sql', True)]
group = argparse.ArgumentParser(prog="g", add_help=False, exit_on_error=False)
one = group.add_mutually_exclusive_group()
one.add_argument("--a", action="store_const", const=1)
one.add_argument("--b", type=float)
print(group.parse_args(["--b", "-1.5"]), group.parse_args(["--a"]))
# expect: Namespace(a=None, b=-1.5) Namespace(a=1, b=None)
try:
    group.parse_args(["--a", "--b", "1"])
except argparse.ArgumentError as error:
    print(error)
    # expect: argument --b: not allowed with argument --a
