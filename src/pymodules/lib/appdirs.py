"""The folders where applications of a Unix keep their files."""

import os


def _folder(variable, *otherwise):
    return os.environ.get(variable) or os.path.join(os.path.expanduser("~"), *otherwise)


def _of_application(folder, appname, version):
    if not appname:
        return folder
    return os.path.join(folder, appname, version) if version else os.path.join(folder, appname)


def user_data_dir(appname=None, appauthor=None, version=None, roaming=False):
    return _of_application(_folder("XDG_DATA_HOME", ".local", "share"), appname, version)


def user_config_dir(appname=None, appauthor=None, version=None, roaming=False):
    return _of_application(_folder("XDG_CONFIG_HOME", ".config"), appname, version)


def user_cache_dir(appname=None, appauthor=None, version=None, opinion=True):
    return _of_application(_folder("XDG_CACHE_HOME", ".cache"), appname, version)


def user_state_dir(appname=None, appauthor=None, version=None, roaming=False):
    return _of_application(_folder("XDG_STATE_HOME", ".local", "state"), appname, version)


def user_log_dir(appname=None, appauthor=None, version=None, opinion=True):
    folder = user_cache_dir(appname, appauthor, version)
    return os.path.join(folder, "log") if opinion else folder


def site_data_dir(appname=None, appauthor=None, version=None, multipath=False):
    folders = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")
    made = [_of_application(folder.rstrip("/"), appname, version) for folder in folders]
    return ":".join(made) if multipath else made[0]


def site_config_dir(appname=None, appauthor=None, version=None, multipath=False):
    folders = os.environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(":")
    made = [_of_application(folder.rstrip("/"), appname, version) for folder in folders]
    return ":".join(made) if multipath else made[0]


class AppDirs:
    def __init__(self, appname=None, appauthor=None, version=None, roaming=False, multipath=False):
        self.appname = appname
        self.appauthor = appauthor
        self.version = version

    @property
    def user_data_dir(self):
        return user_data_dir(self.appname, self.appauthor, self.version)

    @property
    def user_config_dir(self):
        return user_config_dir(self.appname, self.appauthor, self.version)

    @property
    def user_cache_dir(self):
        return user_cache_dir(self.appname, self.appauthor, self.version)

    @property
    def user_state_dir(self):
        return user_state_dir(self.appname, self.appauthor, self.version)

    @property
    def user_log_dir(self):
        return user_log_dir(self.appname, self.appauthor, self.version)
