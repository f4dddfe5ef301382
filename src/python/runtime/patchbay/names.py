"""Which names may stand where."""

# Methods of a class that one may define, and ask for.
METHODS = frozenset(
    f"__{name}__"
    for name in (
        "init str repr eq ne lt le gt ge hash bool len iter next contains getitem setitem delitem call enter exit "
        "add sub mul truediv floordiv mod and or xor neg abs int float index post_init format missing reversed "
        "radd rsub iadd isub"
    ).split()
)
# Beside them, what tells one thing from another without leading anywhere else.
ATTRIBUTES = METHODS | {"__name__", "__doc__", "__qualname__"}
NAMES = frozenset({"__name__", "__file__", "__doc__"})

# Frames and code of what runs: from each of them every module can be reached (the list is RestrictedPython's).
INSPECTED = frozenset(
    "tb_frame tb_next f_back f_builtins f_code f_globals f_locals f_trace f_generator co_code co_consts co_names "
    "gi_frame gi_code gi_yieldfrom cr_await cr_frame cr_code cr_origin ag_frame ag_code ag_await "
    "func_globals func_code func_closure mro".split()
)


# What a named tuple offers under such names.
OFFERED = frozenset({"_asdict", "_fields", "_replace", "_make"})


def hidden(name, own=False):
    """Whether an attribute of this name leads out of what a text may use; of its `own` objects, one underscore may."""
    if name in INSPECTED:
        return True
    if name.startswith("__") and name.endswith("__"):
        return name not in ATTRIBUTES
    return name.startswith("_") and name not in OFFERED and not own
