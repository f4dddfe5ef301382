class Refused(Exception):
    """A text is not run: `problems` says where and why, each a pair of line and reason."""

    def __init__(self, problems):
        super().__init__(problems[0][1])
        self.problems = problems
