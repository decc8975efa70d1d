"""When related objects are to be read. Here they always are when somebody asks for them."""


class Load:
    def __init__(self, *entities, **options):
        self.entities = entities

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **options: self


def _option(*args, **options):
    return Load(*args)


joinedload = subqueryload = selectinload = lazyload = noload = raiseload = contains_eager = immediateload = _option
defaultload = load_only = defer = undefer = undefer_group = with_loader_criteria = selectin_polymorphic = _option
with_expression = _option
