def __getattr__(name):
    if name.startswith("made_"):
        return name[5:]
    raise AttributeError("no " + name)
