"""Attributes of related objects, as an own attribute."""


class AssociationProxy:
    is_attribute = True

    def __init__(self, target_collection, attr, **options):
        self.target_collection = target_collection
        self.value_attr = attr
        self.creator = options.get("creator")
        self.key = None

    def __class_getitem__(cls, parameters):
        return cls

    def __get__(self, instance, owner):
        if instance is None:
            return self
        found = getattr(instance, self.target_collection)
        if found is None:
            return None
        if isinstance(found, (list, set, tuple)):
            return [getattr(item, self.value_attr) for item in found]
        return getattr(found, self.value_attr)


class AssociationProxyExtensionType:
    ASSOCIATION_PROXY = "ASSOCIATION_PROXY"


def association_proxy(target_collection, attr, **options):
    return AssociationProxy(target_collection, attr, **options)
