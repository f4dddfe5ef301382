"""Where requests come in: JSON in /request, the answer into /answer."""

import importlib
import json

from .lookup import Lookup, Wanted
from .plain import NotPlain, plain
from .refused import Refused
from .sandbox import sandbox


def answer():
    with open("/request", encoding="utf-8") as file:
        request = json.load(file)
    lookup = Lookup(request.get("known", {}))
    try:
        result = {"value": doors[request["do"]](request, lookup)}
    except Refused as error:
        result = {"refused": [{"line": line, "reason": reason} for line, reason in error.problems]}
    except Wanted:
        result = {}
    except KeyboardInterrupt:
        result = {"interrupted": True}
    except BaseException as error:
        result = {"raised": told(error, request.get("file"))}
    # Whatever came of a run that lacked an answer: a text may even have caught the exception.
    if lookup.wanted:
        result = {"wanted": lookup.wanted}
    with open("/answer", "w", encoding="utf-8") as file:
        json.dump(result, file)


def load(request, lookup):
    if "environ" in request:
        sandbox.environ.clear()
        sandbox.environ.update(request["environ"])
    return sandbox.load(request["name"], request["file"], request["text"])


def call(request, lookup):
    function = sandbox.function(request["module"], request["function"])
    through = trusted(request)
    if through:
        return plain(through(function, lookup, *request["args"], **request["kwargs"]))
    return plain(function(*request["args"], **request["kwargs"]), "what the function returned")


def evaluate(request, lookup):
    through = trusted(request)
    if through:
        return plain(through(compiler(request), lookup, request["variables"]), "what was returned")
    return plain(compiler(request)(request["variables"])(), "what was returned")


def check(request, lookup):
    """Compiles without running; a trusted function in between does the same where it is told `run=False`."""
    through = trusted(request)
    if through:
        through(compiler(request), lookup, request["variables"], run=False)
    else:
        compiler(request)(request["variables"])


def compiler(request):
    return lambda given, missing=(): sandbox.body(request["text"], request["file"], given, dict(missing))


def trusted(request):
    """The function of ours that stands between, as `module.function`."""
    if not request.get("through"):
        return None
    module, _, name = request["through"].rpartition(".")
    return getattr(importlib.import_module(f"patchbay.{module}"), name)


doors = {"load": load, "call": call, "evaluate": evaluate, "check": check}


def told(error, file):
    """What an error says of itself: its type, its words, and the last line of a text that it came by."""
    frames = []
    trace = error.__traceback__
    while trace:
        frames.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno, trace.tb_frame.f_code.co_name))
        trace = trace.tb_next
    ours = [frame for frame in frames if not frame[0].startswith(("/lib/", "<"))]
    name, line, function = ours[-1] if ours else (file, None, None)
    return {
        "type": type(error).__name__,
        "bases": [kind.__name__ for kind in type(error).__mro__],
        "message": words(error),
        "file": name,
        "line": line,
        "function": function,
        "memory": isinstance(error, MemoryError),
        "plain": isinstance(error, NotPlain),
    }


def words(error):
    try:
        said = str(error.args[0]) if isinstance(error, KeyError) and error.args else str(error)
    except BaseException:
        return ""
    return said[:2000]
