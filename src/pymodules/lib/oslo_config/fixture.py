"""Configuration of tests, imported by modules that tests share."""

from oslo_config import cfg


class Config:
    def __init__(self, conf=cfg.CONF):
        self.conf = conf

    def config(self, **values):
        group = values.pop("group", None)
        for name, value in values.items():
            self.conf.set_override(name, value, group)

    set_config = config
