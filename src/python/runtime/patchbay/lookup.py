import json


class Wanted(BaseException):
    """Something is to be looked up outside; the text is run again when it is known."""


class Lookup:
    """What was looked up outside, by question. A new question ends the run: its answer comes with the next one."""

    def __init__(self, known):
        self.known = known
        self.wanted = []

    def __call__(self, kind, **query):
        key = json.dumps([kind, query], sort_keys=True)
        if key not in self.known:
            self.wanted.append({"key": key, "kind": kind, "query": query})
            raise Wanted(key)
        return self.known[key]
