import datetime
import decimal
import math
import uuid


class NotPlain(TypeError):
    """A value has no form in JSON."""


def plain(value, where="the value"):
    """The value as JSON knows it: sets sorted, times and addresses as text."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise NotPlain(f"{where} is {value}, which JSON doesn't know")
        return value
    if isinstance(value, dict):
        return {key_of(key, where): plain(item, f"{where}[{key!r}]") for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return [plain(item, f"an item of {where}") for item in sorted(value, key=lambda item: (str(type(item)), item))]
    if isinstance(value, (list, tuple)) or type(value).__name__ in ("generator", "map", "filter", "dict_keys", "dict_values"):
        return [plain(item, f"{where}[{index}]") for index, item in enumerate(value)]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, (uuid.UUID, decimal.Decimal)):
        return str(value)
    if type(value).__module__ == "ipaddress":
        return str(value)
    raise NotPlain(f"{where} is of the type {type(value).__name__}, which JSON doesn't know")


def key_of(key, where):
    if isinstance(key, str):
        return key
    if isinstance(key, (bool, int)) or key is None:
        return str(key)
    raise NotPlain(f"a key of {where} is of the type {type(key).__name__}, and must be a text")
