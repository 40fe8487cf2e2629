"""Things groupplan will not do, and troubles of the surroundings, with words for people."""

from groupplan.model.finding import Words


class Refused(Exception):
    """Refused for safety: leaves the folder, forbidden construct (exit 4)."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.key)
        self.words = words


class Trouble(Exception):
    """The surroundings failed: cannot read or write (exit 3)."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.key)
        self.words = words


class Misuse(Exception):
    """The command is not fine: an option, an argument, a missing named file, a configuration (exit 2)."""

    def __init__(self, words: Words, *more: Words) -> None:
        super().__init__(words.key)
        self.words = words
        self.more = more
