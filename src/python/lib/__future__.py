"""Features that were new once: the language has all of them."""

all_feature_names = ["nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
                     "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"]
__all__ = ["all_feature_names"] + all_feature_names


class _Feature:
    def __init__(self, optional, mandatory):
        self.optional = optional
        self.mandatory = mandatory

    def getOptionalRelease(self):
        return self.optional

    def getMandatoryRelease(self):
        return self.mandatory


for _name in all_feature_names:
    globals()[_name] = _Feature((3, 0, 0, "alpha", 0), None if _name == "annotations" else (3, 7, 0, "alpha", 0))
del _name
