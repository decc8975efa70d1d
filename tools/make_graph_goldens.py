#!/usr/bin/env python3
"""Writes tests/data/graph/*.txt: what real Alembic answers about small revision graphs.

    PYTHONPATH=<alembic 1.19>:<sqlalchemy>/lib:<typing_extensions>/src tools/make_graph_goldens.py [FOLDER]
    ... tools/make_graph_goldens.py --full FOLDER                   # many more questions
    ... tools/make_graph_goldens.py --random 200 --seed 7 FOLDER    # random graphs, to look for differences

src/graph/golden_test.cc replays the files; with LIMBECK_GRAPH_GOLDENS=FOLDER it replays another folder.

A file is one graph. Its "revision" lines are the input (id, down revisions, dependencies, labels, docstring); every other line is a question, the states (rows of the
version table) for which the answer is the same, and the answer:

    upgrade {d} [-; {a}] => a:+a b:a>b d:b>d

{d} stands for an id, {d:4} for its first four characters. Answers: ids as letters; steps as LETTER:ROWS with rows
+inserted, -deleted, from>to; "! text" for a CommandError; "!! Class: text" for any other exception.

Alembic keeps much in sets, so that some of its answers change from run to run. Here it is given sets that keep the order
in which they were filled, which is the order that Limbeck keeps.
"""
import abc
import argparse
import collections.abc
import contextlib
import itertools
import pathlib
import random
import re
import tempfile
import types
import warnings

import alembic.runtime.migration as migration
import alembic.script.base as base
import sqlalchemy as sa

# Letters -> revision ids. p, q and r share first characters.
IDS = dict(
    a="1975ea83b712", b="27c6a30d7c24", c="3512b954651e", d="4a8e1f02c9d3", e="5d0b77a1e645", f="61f3c8ab90e2",
    g="7be24d5f0a18", h="88c1907d3fe6", i="9f60e2b4d7c1", j="a03d9c5e8b7f", k="b7415f2ad690", l="c2e8d03b1f74",
    m="d9a6540ce8b3", n="eb17f8a92c05", p="abc1230000aa", q="abc1240000bb", r="abd9990000cc", z="f00dfeed0001")
LETTERS = {v: k for k, v in IDS.items()}

# name<parents  @branch-labels  +dependencies (letters, or text after a colon)
SHAPES = {
    "empty": "",
    "single": "a",
    "linear": "a b<a c<b d<c e<d",
    "fork": "a b<a c<b d<b",
    "fork3": "a b<a c<a d<a e<d",
    "diamond": "a b<a c<a m<b,c e<m",
    "nested": "a b<a c<a d<b e<b f<d,e g<f,c h<g",
    "merge3": "a b<a c<a d<a m<b,c,d",
    "reopened": "a b<a c<a m<b,c d<m e<m",
    "bases": "a b<a c<b p q<p",
    "labels": "a b<a@alpha c<b d<a@beta e<d",
    "baselabels": "a@main b<a c<b p@side q<p r<q",
    "merged-labels": "a b<a@alpha c<a@beta m<b,c",
    "two-labels": "a b<a@alpha,omega c<b",
    "depends": "a@main b<a c<b p@side+b q<p r<q",
    "depends-late": "a@main b<a c<b d<c p@side q<p+c r<q",
    "depends-chain": "a@lib b<a c<b p@app+a q<p+b r<q+c",
    "depends-label": "a@lib b<a p@app q<p+:lib",
    "depends-label-head": "a@lib b<a p@app q<p+:lib@head",
    "depends-partial": "a@lib b<a p@app q<p+:27c6",
    "depends-two": "a@x b<a d@y e<d p@app q<p+b,e",
    "depends-fork": "a b<a c<a d<b+c",
    "depends-down": "a b<a+a c<b+a",
    "prefixes": "a p<a q<p r<q",
    "locations": "a@one b<a p@two q<p",
    "comb": "a b<a c<b d<c e<a f<b g<c h<d",
    "ladder": "a c<a b<a d<c,b f<d e<d g<f,e",
    "crossing": "a b p<a,b q<a,b c<p d<q",
    "shortcut": "a b<a c<b d<a,c e<d",
    "many-to-one": "a b p@x+a q<p+a r<q+b",
    "labels-down": "a b<a c<b@tip d<c",
    "reversed": "e<d d<c,b c<a b<a a",
    "twice": "a b<a c<b b<a d<c",
    "twice-head": "a b<a c<b c<b",
    "twice-lost": "a b<a b",
    "twice-parent": "a b<a,a c<b",
    "label-parent": "a@main b<:main c<b",
    "label-parent-depends": "a@main b<:main c<b+a",
    "label-is-id": "a@:27c6a30d7c24 b<a",
    "loop": "a b<a c<b d<c,e e<d",
    "loop-below-head": "a b<a c<b d<c,e e<d f<e",
    "selfloop": "a b<b",
    "self-depends": "a b<a+b",
    "dangling": "a b<:ffffffffffff c<b",
    "dangling-head": "a c<b@x b<:ffffffffffff",
    "bad-depends": "a b<a+:nosuchrev",
    "same-label": "a@dup b<a p@dup",
    "deep-loop": "b<a+c a c<b",
    "bad-id": "a :b-@-c<a",
}


class Word:
    """One revision of a shape."""

    def __init__(self, number, word):
        word, _, depends = word.partition("+")
        name, _, labels = word.partition("@") if not word.startswith(":") else (word, "", "")
        name, _, down = name.partition("<")
        if "<" in labels:
            labels, _, down = labels.partition("<")
        self.id = identity(name)
        self.down = [identity(t) for t in down.split(",") if t]
        self.depends = [identity(t) for t in depends.split(",") if t]
        self.labels = [t.lstrip(":") for t in labels.split(",") if t]
        letter = LETTERS.get(self.id, self.id)
        self.doc = "step %s" % letter if number % 3 else "step %s\n\n    More about it,\non two lines.\n" % letter


def revision_line(word):
    parts = [word.id] + [",".join(items) for items in (word.down, word.depends, word.labels)] + [escaped(word.doc)]
    return "|".join(parts)


def identity(text):
    return text[1:] if text.startswith(":") else IDS[text]


def words(shape):
    return [Word(number, word) for number, word in enumerate(shape.split())]


def one_or_many(items):
    return None if not items else items[0] if len(items) == 1 else tuple(items)


# ---------------------------------------------------------------- asking Alembic

class AnySet(abc.ABCMeta):
    def __instancecheck__(cls, value):
        return super().__instancecheck__(value) or isinstance(value, (set, frozenset))


class OrderedSet(collections.abc.MutableSet, metaclass=AnySet):
    """A set, also a frozen one, that keeps its order."""

    def __init__(self, items=()):
        self.items = dict.fromkeys(items)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(list(self.items))

    def __len__(self):
        return len(self.items)

    def add(self, item):
        self.items[item] = None

    def discard(self, item):
        self.items.pop(item, None)

    def update(self, items):
        for item in items:
            self.add(item)

    def union(self, items):
        return OrderedSet([*self, *items])

    def intersection(self, items):
        other = set(items)
        return OrderedSet(item for item in self if item in other)

    def difference(self, items):
        other = set(items)
        return OrderedSet(item for item in self if item not in other)

    def intersection_update(self, items):
        self.items = self.intersection(items).items

    def difference_update(self, items):
        self.items = self.difference(items).items


def use_ordered_sets(*modules):
    for module in modules:
        module.set = module.frozenset = OrderedSet
    modules[0].Revision.nextrev = modules[0].Revision._all_nextrev = OrderedSet()


class Oracle:
    def __init__(self, shape):
        oracle = self

        class Directory(base.ScriptDirectory):
            def _load_revisions(self):
                for word in words(shape):
                    yield oracle.script(word)

        self.directory_class = Directory
        self.table = sa.Table("alembic_version", sa.MetaData(), sa.Column("version_num", sa.String))
        self.directory = self.load()

    def load(self):
        return self.directory_class(tempfile.gettempdir())

    def load_quietly(self):
        """Loads anew, so that the warnings of loading are not those of the next question."""
        with contextlib.suppress(Exception), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.directory = self.load()
            self.directory.get_revisions("heads")

    def script(self, word):
        def upgrade():
            pass

        def downgrade():
            pass

        module = types.SimpleNamespace(
            __doc__=word.doc, down_revision=one_or_many(word.down), depends_on=one_or_many(word.depends),
            branch_labels=one_or_many(word.labels), upgrade=upgrade, downgrade=downgrade)
        return base.Script(module, word.id, "/p/%s.py" % LETTERS.get(word.id, word.id))

    def steps(self, steps, rows):
        """LETTER:ROWS of each step."""
        written = []

        class Impl:
            def _exec(self, statement):
                written.append(str(statement))

        context = types.SimpleNamespace(impl=Impl(), _version=self.table, as_sql=True)
        maintainer = migration.HeadMaintainer(context, rows)
        texts = []
        for step in steps:
            written.clear()
            maintainer.update_to_step(step)
            name = getattr(step, "revision", None)
            texts.append("%s:%s" % (LETTERS[name.revision] if name else "stamp", ",".join(map(row_change, written))))
        return " ".join(texts) or "nothing"


def row_change(statement):
    ids = re.findall(r"'([^']*)'", statement)
    if statement.startswith("INSERT"):
        return "+" + letter(ids[0])
    if statement.startswith("DELETE"):
        return "-" + letter(ids[0])
    return "%s>%s" % (letter(ids[1]), letter(ids[0]))


def letter(id_):
    return LETTERS.get(id_, id_)


def name_of(rev):
    return "nowhere" if rev is None else rev if isinstance(rev, str) else letter(rev.revision)


def names_of(revs):
    return " ".join(map(name_of, revs)) or "nothing"


def ids_of(ids):
    return " ".join(map(letter, ids)) or "nothing"


def escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def ask(oracle, question, args, rows):
    """The answer of one question; `question` names a function below."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            text = QUESTIONS[question](oracle, args, rows)
        except base.util.CommandError as error:
            text = "! %s" % error
        except Exception as error:
            module = type(error).__module__
            text = "!! %s%s: %s" % ("" if module == "builtins" else module + ".", type(error).__name__, error)
    told = "".join(" (warning: %s)" % w.message for w in caught)
    text = escaped(text + told)
    for id_, name in LETTERS.items():
        text = text.replace(id_, "{%s}" % name)
    return text


def ask_build(oracle, args, rows):
    directory = oracle.load()
    heads = directory.get_heads()
    return "heads: %s; effective: %s; bases: %s" % (
        ids_of(heads), ids_of(directory.get_heads(consider_depends_on=True)), ids_of(directory.get_bases()))


def ask_node(oracle, args, rows):
    rev = oracle.directory.get_revision(args[0])
    return "down %s; children %s; dependents %s; needs %s; labels %s" % (
        ids_of(rev._versioned_down_revisions), ids_of(rev.nextrev), ids_of(rev._all_nextrev),
        ids_of(rev._normalized_down_revisions), " ".join(rev.branch_labels) or "nothing")


def ask_text(oracle, args, rows):
    rev = oracle.directory.get_revision(args[1])
    rev._db_current_indicator = bool(rows)
    return {
        "history": lambda: rev.cmd_format(False, include_branches=True, include_doc=True, include_parents=True),
        "heads": lambda: rev.cmd_format(False, include_branches=True, tree_indicators=False),
        "current": lambda: rev.cmd_format(False),
        "log": lambda: rev.log_entry,
        "str": lambda: str(rev),
    }[args[0]]()


def ask_add(oracle, args, rows):
    id_, down, depends, labels, doc = args[0].split("|")
    word = Word(1, ":" + id_)
    word.doc = doc
    word.down, word.depends, word.labels = [[t for t in x.split(",") if t] for x in (down, depends, labels)]
    directory = oracle.directory
    try:
        script = oracle.script(word)
    except base.revision.RevisionError as error:
        raise base.util.CommandError(error.args[0])
    directory.revision_map.add_revision(script)
    return "heads: %s; effective: %s; bases: %s; labels: %s" % (
        ids_of(directory.get_heads()), ids_of(directory.get_heads(consider_depends_on=True)),
        ids_of(directory.get_bases()),
        "; ".join("%s %s" % (i, " ".join(directory.revision_map._revision_map[i].branch_labels) or "nothing")
                  for i in [id_] + args[1:]))


def as_text(value):
    return "nothing" if value is None else ids_of([value]) if isinstance(value, str) else "several: " + ids_of(value)


def new_parents(oracle, heads):
    """As ScriptDirectory.generate_revision() begins."""
    directory = oracle.directory
    with directory._catch_revision_errors(
            multiple_heads="Multiple heads are present; please specify the head revision on which the new revision "
                           "should be based, or perform a merge."):
        found = directory.revision_map.get_revisions(heads)
        for head in found:
            assert head != "base"
    if len(set(found)) != len(found):
        raise base.util.CommandError("Duplicate head revisions specified")
    return found


def state_or(args, rows):
    """The arguments with "current" replaced by the rows, and nothing by the default, as `history` does."""
    base, head = ["" if a == "none" else a for a in args]
    base, head = [rows if a == "current" else a for a in (base, head)]
    return base or "base", head or "heads"


QUESTIONS = {
    "build": ask_build,
    "node": ask_node,
    "text": ask_text,
    "add": ask_add,
    "get": lambda o, args, rows: names_of(o.directory.get_revisions(args if len(args) > 1 else args[0])),
    "one": lambda o, args, rows: name_of(o.directory.get_revision(args[0])),
    "number": lambda o, args, rows: as_text(o.directory.as_revision_number(args[0])),
    "parents": lambda o, args, rows: names_of(new_parents(o, args if len(args) > 1 else args[0])),
    "current": lambda o, args, rows: names_of(o.directory.get_all_current(rows)),
    "walk": lambda o, args, rows: names_of(o.directory.walk_revisions(*state_or(args, rows))),
    "upgrade": lambda o, args, rows: o.steps(o.directory._upgrade_revs(args[0], rows), rows),
    "downgrade": lambda o, args, rows: o.steps(o.directory._downgrade_revs(args[0], rows), rows),
    "stamp": lambda o, args, rows: o.steps(o.directory._stamp_revs(tuple(args), rows), rows),
    "running": lambda o, args, rows: "; ".join(map(str, o.directory._upgrade_revs(args[0], rows))) or "nothing",
}


# ---------------------------------------------------------------- what is asked

def below_of(parsed):
    """Id -> all ids below it."""
    labels = {label: w.id for w in parsed for label in w.labels}
    below = {w.id: set() for w in parsed}
    for _ in parsed:
        for w in parsed:
            for down in w.down + w.depends:
                down = labels.get(down, down)
                below[w.id] |= {down} | below.get(down, set())
    return below


def states_of(shape, full):
    """Rows of the version table: those that a database can really have, and some that it should not."""
    below = below_of(words(shape))
    ids = list(below)
    pairs = [pair for pair in itertools.combinations(ids, 2) if not any(x in below[y] for x in pair for y in pair)]
    tips = tuple(i for i in ids if not any(i in below[j] for j in ids))
    found = [()] + [(i,) for i in ids] + pairs[:8] + ([tips] if len(tips) > 2 else [])
    if not full:
        found = [()] + [(i,) for i in ids[1::2]][:3] + pairs[-3:] + ([tips] if len(tips) > 2 else [])
    odd = [(i, j) for i, j in itertools.permutations(ids, 2) if i in below[j]][:1]
    return found, odd + [(ids[-1][:4],), ("nosuchrevision",)] if ids else []


def symbols_of(shape, full):
    """Symbols, the most telling first."""
    parsed = words(shape)
    ids = list(dict.fromkeys(LETTERS[w.id] for w in parsed if w.id in LETTERS))
    found = ["{%s}" % i for i in ids]
    found += """head heads base +1 +2 -1 -2 head-1 head-2 base+1 nosuch nosuch@head nosuch@+1""".split()
    labels = list(dict.fromkeys(label for w in parsed for label in w.labels))
    patterns = "%s %s@head %s@base %s@+1 %s@+2 %s@-1 %s@-2 %s+1 %s-1".split()
    found += [pattern % label for label in labels for pattern in patterns]
    found += ["%s@{%s}" % (label, i) for label in labels for i in ids[:1] + ids[-1:]]
    for i in dict.fromkeys(ids[len(ids) // 2:][:1] + ids[-1:]):
        found += [pattern % i for pattern in ("{%s}+1", "{%s}-1", "{%s}@head", "{%s}@base", "{%s}@+1", "{%s}@-1")]
    telling = len(dict.fromkeys(found))
    found += "current +9 -9 +0 -0 head+1 base+2 base-1 heads-1 nosuch@base @head".split() + [""]
    found += ["{%s:4}" % i for i in ids] + ["{%s:3}" % i for i in ids[:1]]
    for i in dict.fromkeys(ids[:1] + ids[len(ids) // 2:][:1] + ids[-1:]):
        found += [pattern % i for pattern in ("{%s}+9", "{%s}-9", "{%s}@heads", "{%s:4}-1", "{%s:4}@head")]
    if len(ids) > 1:
        found += ["{%s}@{%s}" % (ids[0], ids[-1]), "{%s}@{%s}" % (ids[-1], ids[0])]
    for label in labels:
        found += [pattern % label for pattern in ("%s@heads", "%s@-9", "%s@head-1", "%s@nosuch")]
        found += ["%s@%s" % (label, pattern % i) for i in (ids[0], ids[-1]) for pattern in ("{%s:4}", "{%s}+1", "{%s}-1")]
        found += [label[:4] + "@head", label[:3]]
    found = list(dict.fromkeys(found))
    return found, found if full else found[:telling]


def questions_of(shape, full):
    parsed = words(shape)
    ids = list(dict.fromkeys(LETTERS[w.id] for w in parsed if w.id in LETTERS))
    states, odd = states_of(shape, full)
    symbols, telling = symbols_of(shape, full)
    yield "build", [], [()]
    for i in ids:
        yield "node", ["{%s}" % i], [()]
        for kind in ("history", "heads", "current", "log", "str"):
            yield "text", [kind, "{%s}" % i], [(), ("1",)] if kind in ("history", "log") else [()]
    for symbol in symbols:
        yield "get", [symbol], [()]
    for symbol in symbols if full else telling[len(ids):]:
        for question in ("one", "number", "parents"):
            yield question, [symbol], [()]
    for symbol in telling:
        for question in ("upgrade", "downgrade", "stamp"):
            yield question, [symbol], states
    for symbol in symbols[len(telling):]:
        for question in ("upgrade", "downgrade"):
            yield question, [symbol], states[-1:]
    for symbol in "heads base +1 -1".split() + ["{%s}" % i for i in ids[:1]]:
        for question in ("upgrade", "downgrade", "stamp"):
            yield question, [symbol], odd
    yield "current", [], states + odd
    yield "running", ["heads"], states[:1]
    yield from range_questions(parsed, ids, states, full)
    for pair in itertools.permutations(["{%s}" % i for i in ids[:4 if full else 2]] + ["heads", "base"], 2):
        yield "get", list(pair), [()]
        yield "parents", list(pair), [()]
        yield "stamp", list(pair), states[:2]
    yield from add_questions(parsed, ids)


def range_questions(parsed, ids, states, full):
    ends = ["none", "heads", "current", "-2", "+2", "nosuch"] + ["{%s}" % i for i in ids[::2 if full else 3]]
    ends += [pattern % w.labels[0] for w in parsed if w.labels for pattern in ("%s", "%s@head", "%s@base")]
    for base, head in itertools.product(ends, ends):
        is_plain = base[0] + head[0] in ("{{", "n{", "h{") or "none" in (base, head)
        if full or is_plain or ends.index(base) + ends.index(head) < 10:
            yield "walk", [base, head], states[:5] if "current" in (base, head) else states[:1]


def add_questions(parsed, ids):
    if not ids:
        return
    first, last = ids[0], ids[-1]
    news = [(first, "", "", ""), ("z", "", "", ""), ("z", "nosuch", "", ""), ("z", "", "nosuch", ""),
            ("z", "{z}", "", ""), ("z", "{%s}" % last, "", ""), ("z", "{%s}" % first, "", "new"),
            ("z", "{%s}" % last, "{%s}" % first, ""), ("z", "{%s},{%s}" % (first, last), "", "new"),
            ("z", "", "", "{%s}" % first)] + [("z", "{%s}" % last, "", label) for w in parsed for label in w.labels]
    for id_, down, depends, labels in news:
        yield "add", ["{%s}|%s|%s|%s|new" % (id_, down, depends, labels)] + ["{%s}" % i for i in ids], [()]


# A graph that cannot be loaded answers all the same, save what Alembic refuses before it loads.
BROKEN_QUESTIONS = [("build", [], [()]), ("one", ["head"], [()]), ("upgrade", ["heads"], [()]),
                    ("downgrade", ["base"], [()]), ("walk", ["none", "none"], [()])]


def filled(text):
    return re.sub(r"\{(\w)(?::(\d+))?\}", lambda m: IDS[m[1]][:int(m[2]) if m[2] else None], text)


# ---------------------------------------------------------------- files

def answers(shape, full):
    """Question line -> answer -> states."""
    oracle = Oracle(shape)
    found = {}
    is_broken = ask(oracle, "build", [], ()).startswith("!")
    for question, args, states in BROKEN_QUESTIONS if is_broken else questions_of(shape, full):
        groups = found.setdefault(" ".join([question] + [a or "''" for a in args]), {})
        for rows in states:
            if question != "build":
                oracle.load_quietly()
            state = ",".join("{%s}" % LETTERS[r] if r in LETTERS else r for r in rows) or "-"
            groups.setdefault(ask(oracle, question, [filled(a) for a in args], rows), []).append(state)
    return found


def write(path, shape, full):
    lines = ["# Made by tools/make_graph_goldens.py; see there."]
    lines += ["revision " + revision_line(word) for word in words(shape)]
    for question, groups in answers(shape, full).items():
        lines += ["%s [%s] => %s" % (question, "; ".join(states), answer) for answer, states in groups.items()]
    path.write_text("\n".join(lines) + "\n")


def random_shape(rng):
    """A graph with forks, merges, labels and dependencies; the order of the files is not that of the revisions."""
    ids = list("abcdefghijklmn")[:rng.randint(2, 14)]
    rng.shuffle(ids)
    found, labels = [], list("wxyzuv")
    for number, name in enumerate(ids):
        below = ids[:number]
        count = min(len(below), rng.choice([0, 1, 1, 1, 1, 1, 1, 2, 2, 3] if number > 1 else [0, 1]))
        near = below[-4:] if rng.random() < 0.7 else below
        down = rng.sample(near, min(count, len(near)))
        rest = [b for b in below if b not in down]
        depends = rng.sample(rest, min(len(rest), rng.choice([0, 0, 0, 0, 1, 1, 2])))
        text = name
        if rng.random() < 0.2 and labels:
            text += "@" + labels.pop() * 4
        text += "<" + ",".join(down) if down else ""
        text += "+" + ",".join(depends) if depends else ""
        found.append(text)
    rng.shuffle(found)
    return " ".join(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=pathlib.Path(__file__).parent.parent / "tests/data/graph")
    parser.add_argument("--full", action="store_true", help="ask more, and from more states")
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    use_ordered_sets(base.revision, base, migration)
    rng = random.Random(options.seed)
    shapes = {"random%03d" % n: random_shape(rng) for n in range(options.random)} if options.random else SHAPES
    folder = pathlib.Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, shape in shapes.items():
        write(folder / (name + ".txt"), shape, options.full)


if __name__ == "__main__":
    main()
