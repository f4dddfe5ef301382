"""Modules as a text sees them: the named contents of a real one, without the modules that it is made of."""

import importlib
import types

from .names import hidden

# Whatever takes the name of an attribute as a text (attrgetter, Formatter, update_wrapper), runs a text
# (get_type_hints, make_dataclass), reads a file or waits is left out.
OFFERED = {
    "base64": "b64encode b64decode urlsafe_b64encode urlsafe_b64decode standard_b64encode standard_b64decode "
    "b32encode b32decode b16encode b16decode",
    "binascii": "hexlify unhexlify crc32 Error",
    "collections": "Counter OrderedDict defaultdict deque namedtuple ChainMap",
    "collections.abc": "Callable Iterable Iterator Mapping MutableMapping Sequence Set Hashable Sized Collection",
    "contextlib": "contextmanager suppress nullcontext",
    "copy": "copy deepcopy",
    "dataclasses": "dataclass field asdict astuple replace",
    "datetime": "date datetime time timedelta timezone tzinfo MINYEAR MAXYEAR UTC",
    "decimal": "Decimal InvalidOperation ROUND_HALF_UP ROUND_HALF_EVEN ROUND_DOWN ROUND_UP",
    "fnmatch": "fnmatch fnmatchcase filter translate",
    "fractions": "Fraction",
    "functools": "partial reduce lru_cache cache cmp_to_key",
    "hashlib": "md5 sha1 sha224 sha256 sha384 sha512 sha3_256 sha3_512 blake2b blake2s",
    "hmac": "new digest compare_digest",
    "html": "escape unescape",
    "ipaddress": "ip_address ip_network ip_interface IPv4Address IPv6Address IPv4Network IPv6Network IPv4Interface "
    "IPv6Interface AddressValueError NetmaskValueError collapse_addresses summarize_address_range",
    "itertools": "accumulate chain combinations combinations_with_replacement compress count cycle dropwhile "
    "filterfalse groupby islice pairwise permutations product repeat starmap takewhile tee zip_longest batched",
    "json": "dumps loads JSONDecodeError",
    "math": "ceil floor sqrt log log2 log10 exp pow pi e inf nan isnan isinf isclose gcd lcm prod fsum trunc fabs "
    "copysign",
    "operator": "itemgetter add sub mul truediv floordiv mod eq ne lt le gt ge and_ or_ xor not_ contains",
    "random": "random randint randrange choice choices sample shuffle uniform Random",
    "re": "compile search match fullmatch split findall finditer sub subn escape error Pattern Match A ASCII I "
    "IGNORECASE M MULTILINE S DOTALL X VERBOSE U UNICODE",
    "secrets": "token_bytes token_hex token_urlsafe choice randbelow compare_digest",
    "string": "ascii_letters ascii_lowercase ascii_uppercase digits hexdigits octdigits punctuation printable "
    "whitespace capwords",
    "textwrap": "dedent indent fill wrap shorten",
    "time": "time time_ns monotonic perf_counter gmtime localtime strftime strptime mktime",
    "typing": "Any Callable Dict FrozenSet Iterable Iterator List Literal Mapping Optional Sequence Set Tuple Type "
    "Union Final ClassVar TYPE_CHECKING cast",
    "unicodedata": "normalize category name lookup combining",
    "urllib.parse": "urlparse urlsplit urlunparse urlunsplit urljoin urlencode quote quote_plus unquote unquote_plus "
    "parse_qs parse_qsl",
    "uuid": "UUID uuid3 uuid4 uuid5 NAMESPACE_DNS NAMESPACE_URL NAMESPACE_OID NAMESPACE_X500",
}
FUTURE = frozenset({"annotations"})


class Facade(types.ModuleType):
    """A module whose contents stay as they are."""

    def __setattr__(self, name, value):
        raise AttributeError(f"the module {self.__name__} can't be changed")

    __delattr__ = lambda self, name: self.__setattr__(name, None)

    def __getattr__(self, name):
        raise AttributeError(f"the module {self.__name__} has no {name} here")


def facade(name, contents):
    """A module of these contents, under this name."""
    module = Facade(name)
    module.__dict__.update(contents)
    return module


class Modules:
    """The modules that texts may import: a part of the standard library, what is provided, and loaded texts."""

    def __init__(self):
        self.made = {}
        self.texts = {}

    def provide(self, name, contents):
        """Makes `name` a module of these contents; packages above it come along."""
        self.made[name] = facade(name, contents)

    def offers(self, name):
        if name == "__future__":
            return FUTURE
        if name in self.texts:
            return self.texts[name].keys()
        if name in self.made:
            return [item for item in self.made[name].__dict__ if not hidden(item)]
        if name in OFFERED:
            return OFFERED[name].split()
        below = [other for other in self.names() if other.startswith(f"{name}.")]
        return [other[len(name) + 1 :].split(".")[0] for other in below] or None

    def names(self):
        return [*OFFERED, *self.made, *self.texts]

    def get(self, name):
        if name == "__future__":
            return facade(name, {"annotations": importlib.import_module(name).annotations})
        if name in self.texts:
            return facade(name, self.texts[name])
        if name not in self.made:
            self.made[name] = facade(name, self.contents(name))
        return self.made[name]

    def contents(self, name):
        if name in OFFERED:
            real = importlib.import_module(name)
            return {item: getattr(real, item) for item in OFFERED[name].split()}
        return {}

    def importer(self, name, globals=None, locals=None, fromlist=(), level=0):
        """What the import statement calls."""
        if level or self.offers(name) is None:
            raise ImportError(f"the module {name} is not available here")
        module = self.get(name)
        if fromlist:
            below = {item: self.get(f"{name}.{item}") for item in fromlist
                     if item not in module.__dict__ and self.offers(f"{name}.{item}") is not None}
            return facade(name, {**module.__dict__, **below}) if below else module
        if "." not in name:
            return module
        # `import a.b` binds a, which then has b: beside what other imports made it have.
        inner = module
        for at in range(name.count("."), 0, -1):
            outer, last = ".".join(name.split(".")[:at]), name.split(".")[at]
            whole = self.get(outer)
            whole.__dict__[last] = inner
            inner = whole
        return inner
