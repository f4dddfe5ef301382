import ast

from .builtin_names import builtin_names
from .check import check
from .facades import Modules
from .plain import plain
from .provided import PATH, logging_names, os_names
from .refused import Refused


class Sandbox:
    """Texts that were loaded, what they may import, and what they have printed."""

    def __init__(self):
        self.environ = {}
        self.modules = Modules()
        self.modules.provide("logging", logging_names(print))
        self.modules.provide("os", os_names(self.environ))
        self.modules.provide("os.path", PATH)
        self.builtins = builtin_names(self.modules.importer)
        self.compiled = {}
        # What trusted modules refuse of a loaded text: functions from its tree to pairs of line and reason.
        self.checks = []

    def namespace(self, name, file, more=()):
        return {"__builtins__": self.builtins, "__name__": name, "__file__": file, "__doc__": None, **dict(more)}

    def known(self, names):
        """The names that a text may use: its own, and the builtins that are not for Python itself."""
        return names.keys() | {name for name in self.builtins if not name.startswith("__")}

    def load(self, name, file, text):
        """Runs a text as the module `name`; answers its functions, and what its upper-case names say."""
        names = self.namespace(name, file)
        tree = parse(text, file)
        check(tree, text, self.modules, self.known(names))
        problems = sorted({problem for extra in self.checks for problem in extra(tree)})
        if problems:
            raise Refused(problems)
        exec(compile(tree, file, "exec", dont_inherit=True), names)
        self.modules.texts[name] = {key: value for key, value in names.items() if key not in self.namespace("", "")}
        lines = {node.name: node.lineno for node in tree.body if isinstance(node, ast.FunctionDef)}
        return {
            "functions": [{"name": key, "line": line} for key, line in lines.items() if callable(names.get(key))],
            **settings_of(tree, self.modules.texts[name]),
        }

    def function(self, module, name):
        found = self.modules.texts.get(module, {}).get(name)
        if not callable(found):
            raise LookupError(f"the module {module} has no function {name}")
        return found

    def body(self, text, file, variables, missing):
        """A function whose body is `text`, with `variables` as its globals; compiled once for each text.

        `missing` says of names that one might expect why they are not there.
        """
        key = (text, file, *sorted(variables))
        if key not in self.compiled:
            if len(self.compiled) > 200:
                self.compiled.clear()
            tree = parse(text, file)
            known = self.known(self.namespace(file, file, variables))
            shell = ast.parse("def expression():\n    pass")
            shell.body[0].body = tree.body or [ast.Pass(lineno=1, col_offset=0, end_lineno=1, end_col_offset=4)]
            ast.fix_missing_locations(shell)
            check(shell, ast.unparse(shell), self.modules, known, missing)
            self.compiled[key] = compile(shell, file, "exec", dont_inherit=True)
        names = self.namespace("expression", file, variables)
        exec(self.compiled[key], names)
        return names["expression"]


def parse(text, file):
    try:
        return ast.parse(text, file)
    except SyntaxError as error:
        raise Refused([(error.lineno or 1, f"{error.msg}")]) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise Refused([(1, f"the text can't be read: {error}")]) from None


def settings_of(tree, names):
    """The values of the upper-case names, and where they are given; apart those that are no plain values."""
    settings, others, lines = {}, {}, {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            lines.setdefault(node.id, node.lineno)
    for name, value in names.items():
        if name.isupper():
            try:
                settings[name] = plain(value, name)
            except TypeError as error:
                others[name] = str(error)
    return {"settings": settings, "others": others, "lines": {name: lines.get(name, 1) for name in (*settings, *others)}}


sandbox = Sandbox()
