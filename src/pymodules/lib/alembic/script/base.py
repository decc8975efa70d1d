"""A view on the run's revisions. Who writes revisions, and where, is the command's business."""

import _limbeck_scripts
from alembic.util.exc import CommandError

_RUN = []


def _of_run():
    if not _RUN:
        _RUN.append(ScriptDirectory(*_limbeck_scripts.places()))
    return _RUN[0]


def _one_or_all(names):
    if not names:
        return None
    return names[0] if len(names) == 1 else names


class Script:
    def __init__(self, facts):
        self.revision, downs, dependencies, labels, self.longdoc, self.path, children = facts
        self.down_revision = _one_or_all(downs)
        self.dependencies = _one_or_all(dependencies)
        self.branch_labels = set(labels)
        self.nextrev = frozenset(children)
        self._downs = downs

    @property
    def module(self):
        return _limbeck_scripts.module(self.path)

    @property
    def doc(self):
        return self.longdoc.strip().split("\n\n")[0]

    @property
    def _versioned_down_revisions(self):
        return self._downs

    @property
    def is_head(self):
        return not self.nextrev

    @property
    def is_base(self):
        return self.down_revision is None

    @property
    def is_branch_point(self):
        return len(self.nextrev) > 1

    @property
    def is_merge_point(self):
        return len(self._downs) > 1

    def __repr__(self):
        return "Script(" + repr(self.revision) + ", " + repr(self.down_revision) + ")"

    def __eq__(self, other):
        return isinstance(other, Script) and other.revision == self.revision

    def __hash__(self):
        return hash(self.revision)


def _script(revision):
    facts = None if revision is None else _limbeck_scripts.facts(revision)
    return None if facts is None else Script(facts)


class ScriptDirectory:
    def __init__(self, dir, version_locations=()):
        self.dir = dir
        self.version_locations = list(version_locations)

    @property
    def versions(self):
        if len(self.version_locations) > 1:
            raise CommandError("Multiple version_locations present")
        return self.version_locations[0] if self.version_locations else self.dir + "/versions"

    @classmethod
    def from_config(cls, config):
        from alembic import context

        own = context.config
        location = config.get_main_option("script_location")
        if config is not own and location not in (None, own.get_main_option("script_location")):
            raise CommandError("the script directory " + repr(location) + " is not that of this run")
        return _of_run()

    def get_heads(self):
        return list(_limbeck_scripts.heads())

    def get_bases(self):
        return list(_limbeck_scripts.bases())

    def get_current_head(self):
        heads = self.get_heads()
        if len(heads) > 1:
            raise CommandError(
                "The script directory has multiple heads (due to branching).Please use get_heads(), or merge the "
                "branches using alembic merge."
            )
        return heads[0] if heads else None

    def get_base(self):
        bases = self.get_bases()
        if len(bases) > 1:
            raise CommandError("The script directory has multiple bases. Please use get_bases().")
        return bases[0] if bases else None

    def get_revision(self, id_):
        found = _limbeck_scripts.resolve(id_)
        return _script(found[0]) if found else None

    def get_revisions(self, id_):
        return tuple(_script(revision) for revision in _limbeck_scripts.resolve(id_))

    get_all_current = get_revisions

    def as_revision_number(self, id_):
        found = [revision for revision in _limbeck_scripts.resolve(id_) if revision is not None]
        return tuple(found) if id_ == "heads" or not isinstance(id_, str) else found[0] if found else None

    def walk_revisions(self, base="base", head="heads"):
        return iter([_script(revision) for revision in _limbeck_scripts.walk(base, head)])

    def iterate_revisions(self, upper, lower, **options):
        return iter([_script(revision) for revision in _limbeck_scripts.iterate(upper, lower)])

    def _written(self, *args, **kwargs):
        raise CommandError("a script cannot write revisions: the command that runs it does")

    generate_revision = run_env = _written
