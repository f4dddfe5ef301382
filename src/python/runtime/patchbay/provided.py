"""Modules written for texts, where the real ones would lead outside."""

import posixpath

LEVELS = {"CRITICAL": 50, "ERROR": 40, "WARNING": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0}


class Logger:
    """A logger whose lines go into the server's log."""

    def __init__(self, name, write):
        self.name = name
        self._write = write

    def isEnabledFor(self, level):
        return level > LEVELS["DEBUG"]

    def getEffectiveLevel(self):
        return LEVELS["INFO"]

    def setLevel(self, level):
        """The server's log decides what it keeps."""

    def addHandler(self, handler):
        """The server's log is the only one."""

    def getChild(self, suffix):
        return Logger(f"{self.name}.{suffix}", self._write)

    def log(self, level, message, *args, exc_info=None, extra=None, **more):
        names = {number: name for name, number in LEVELS.items()}
        said = str(message) % args[0] if len(args) == 1 and isinstance(args[0], dict) and args[0] else (
            str(message) % args if args else str(message)
        )
        details = "".join(f" {key}={value!r}" for key, value in {**(extra or {}), **more}.items() if key != "stacklevel")
        if self.isEnabledFor(level):
            self._write(f"{names.get(level, level)} {self.name}: {said}{details}")

    def debug(self, message, *args, **more):
        self.log(10, message, *args, **more)

    def info(self, message, *args, **more):
        self.log(20, message, *args, **more)

    def warning(self, message, *args, **more):
        self.log(30, message, *args, **more)

    warn = warning

    def error(self, message, *args, **more):
        self.log(40, message, *args, **more)

    exception = error

    def critical(self, message, *args, **more):
        self.log(50, message, *args, **more)


def logging_names(write):
    root = Logger("root", write)
    levels = ("debug", "info", "warning", "error", "exception", "critical", "log")
    return {
        **LEVELS,
        **{name: getattr(root, name) for name in levels},
        "Logger": Logger,
        "getLogger": lambda name=None: Logger(name, write) if name else root,
        "basicConfig": lambda **options: None,
    }


def os_names(environ):
    return {
        "environ": environ,
        "getenv": lambda name, default=None: environ.get(name, default),
        "linesep": "\n",
        "sep": "/",
    }


PATH = {name: getattr(posixpath, name) for name in ("join", "basename", "dirname", "split", "splitext", "normpath")}


def wraps(wrapped):
    """functools.wraps without its choice of attributes."""

    def decorate(wrapper):
        wrapper.__name__, wrapper.__doc__ = wrapped.__name__, wrapped.__doc__
        return wrapper

    return decorate
