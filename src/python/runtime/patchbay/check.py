import ast
import symtable

from .names import METHODS, NAMES, hidden
from .refused import Refused

MISSING = {
    "open": "files can't be read or written here",
    "input": "there is nobody to ask",
    "breakpoint": "there is no debugger here",
    "help": "there is no console here",
    "exit": "the server is not ended from here",
    "quit": "the server is not ended from here",
    **dict.fromkeys(("eval", "exec", "compile", "__import__"), "code is not made from texts here"),
    **dict.fromkeys(("globals", "locals", "vars", "dir", "memoryview"), "the interpreter's own insides are not shown"),
}


def check(tree, source, modules, known, missing={}):
    """Refuses what `tree` must not do and what it names without it being there.

    `modules` answers `offers(name)`: the names that a module has here, None for no such module.
    """
    checker = Checker(modules)
    checker.visit(tree)
    problems = checker.problems or unknown_names(tree, source, known, {**MISSING, **missing})
    if problems:
        raise Refused(sorted(problems, key=lambda problem: problem[0]))


class Checker(ast.NodeVisitor):
    def __init__(self, modules):
        self.modules = modules
        self.problems = []

    def refuse(self, node, reason):
        self.problems.append((getattr(node, "lineno", 1), reason))

    def visit_Import(self, node):
        for alias in node.names:
            if self.modules.offers(alias.name) is None:
                self.refuse(node, f"the module {alias.name} is not available here")
            self.bound(node, alias.asname)

    def visit_ImportFrom(self, node):
        offered = None if node.level else self.modules.offers(node.module)
        if offered is None:
            self.refuse(node, f"the module {'.' * node.level}{node.module or ''} is not available here")
            return
        for alias in node.names:
            if alias.name == "*":
                self.refuse(node, "import * is not supported: name what is needed")
            elif alias.name not in offered and self.modules.offers(f"{node.module}.{alias.name}") is None:
                self.refuse(node, f"{node.module} has no {alias.name} here")
            self.bound(node, alias.asname)

    def visit_Attribute(self, node):
        own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
        if hidden(node.attr, own):
            self.refuse(node, f"the attribute {node.attr} is not available here")
        self.generic_visit(node)

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Load):
            if node.id.startswith("__") and node.id.endswith("__") and node.id not in NAMES | {"__import__"}:
                self.refuse(node, f"the name {node.id} is not available here")
        else:
            self.bound(node, node.id)

    def bound(self, node, name):
        if name and name.startswith("__") and name.endswith("__"):
            self.refuse(node, f"the name {name} can't be given here")

    def visit_FunctionDef(self, node):
        if node.name.startswith("__") and node.name not in METHODS and node.name.endswith("__"):
            self.refuse(node, f"the method {node.name} can't be defined here")
        self.generic_visit(node)

    def visit_arg(self, node):
        self.bound(node, node.arg)
        self.generic_visit(node)

    def visit_ClassDef(self, node):
        self.bound(node, node.name)
        if node.keywords:
            self.refuse(node, "keywords of a class (such as metaclass) are not supported")
        self.generic_visit(node)

    def visit_ExceptHandler(self, node):
        self.bound(node, node.name)
        self.generic_visit(node)

    def visit_Global(self, node):
        for name in node.names:
            self.bound(node, name)

    visit_Nonlocal = visit_Global

    def visit_MatchClass(self, node):
        # A position is an attribute that the class names at run time.
        if node.patterns:
            self.refuse(node, "positions in a class pattern are not supported: name the attributes")
        for name in node.kwd_attrs:
            if hidden(name):
                self.refuse(node, f"the attribute {name} is not available here")
        self.generic_visit(node)

    def visit_MatchAs(self, node):
        self.bound(node, node.name)
        self.generic_visit(node)

    def visit_MatchStar(self, node):
        self.bound(node, node.name)

    def visit_MatchMapping(self, node):
        self.bound(node, node.rest)
        self.generic_visit(node)

    def waits(self, node):
        self.refuse(node, "async and await are not supported")

    visit_AsyncFunctionDef = visit_AsyncFor = visit_AsyncWith = visit_Await = waits


def unknown_names(tree, source, known, missing):
    """Names that nothing defines: Python itself would find out only when it comes there."""
    given, wanted = set(known), {}
    for table in tables(symtable.symtable(source, "<text>", "exec")):
        for symbol in table.get_symbols():
            name = symbol.get_name()
            if table.get_type() == "module" or symbol.is_declared_global():
                if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace():
                    given.add(name)
            if symbol.is_referenced() and (symbol.is_global() or table.get_type() == "module"):
                wanted[name] = True
    unknown = set(wanted) - given
    return [
        (node.lineno, f"{node.id} is not available here: {missing[node.id]}" if node.id in missing
         else f"nothing is known as {node.id}")
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in unknown
    ]


def tables(table):
    yield table
    for child in table.get_children():
        yield from tables(child)
