"""Where requests come in: JSON in /request, the answer into /answer."""

import importlib
import json

from .plain import NotPlain, plain
from .refused import Refused
from .sandbox import sandbox


def answer():
    with open("/request", encoding="utf-8") as file:
        request = json.load(file)
    try:
        result = {"value": doors[request["do"]](request)}
    except Refused as error:
        result = {"refused": [{"line": line, "reason": reason} for line, reason in error.problems]}
    except KeyboardInterrupt:
        result = {"interrupted": True}
    except BaseException as error:
        result = {"raised": told(error, request.get("file"))}
    with open("/answer", "w", encoding="utf-8") as file:
        json.dump(result, file)


def load(request):
    if "environ" in request:
        sandbox.environ.clear()
        sandbox.environ.update(request["environ"])
    return sandbox.load(request["name"], request["file"], request["text"])


def call(request):
    function = sandbox.function(request["module"], request["function"])
    through = trusted(request)
    if through:
        return plain(through(function, *request["args"], **request["kwargs"]))
    return plain(function(*request["args"], **request["kwargs"]), "what the function returned")


def evaluate(request):
    variables = request["variables"]
    through = trusted(request)
    if through:
        return plain(through(lambda given: sandbox.body(request["text"], request["file"], given), variables))
    return plain(sandbox.body(request["text"], request["file"], variables)(), "what was returned")


def check(request):
    through = trusted(request)
    if through:
        through(lambda given: sandbox.body(request["text"], request["file"], given), request["variables"], run=False)
    else:
        sandbox.body(request["text"], request["file"], request["variables"])
    return None


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
