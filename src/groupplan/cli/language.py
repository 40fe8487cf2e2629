"""The interface's language: `--lang`, then GROUPPLAN_LANG, then the locale."""

from collections.abc import Mapping, Sequence

LANGUAGES = ("zh-CN", "en")
_SPOKEN = ("zh", "en")


def language(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """``zh-CN`` or ``en``."""
    for index, word in enumerate(arguments):
        value = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value.lower().startswith(_SPOKEN):
            return named(value)
    if environ.get("GROUPPLAN_LANG"):
        return named(environ["GROUPPLAN_LANG"])
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return named(environ[name])
    return _system()


def hoisted(arguments: Sequence[str]) -> list[str]:
    """The arguments with `--lang` before the command, wherever it was typed; `new` has its own."""
    front: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--lang":
            front += [word, *(value for value in (next(words, None),) if value is not None)]
        elif word.startswith("--lang="):
            front.append(word)
        else:
            rest.append(word)
    return [*front, *rest] if rest[:1] != ["new"] else list(arguments)


def named(word: str) -> str:
    """The language a locale name means: ``zh_CN.UTF-8`` is Chinese, everything else English."""
    return "zh-CN" if word.lower().startswith("zh") else "en"


def known(word: str) -> None:
    """``Misuse`` for a language that nobody here speaks."""
    from groupplan.model.finding import say
    from groupplan.model.refusal import Misuse

    if word and not word.lower().startswith(_SPOKEN):
        raise Misuse(say("not-a-language", text=word[:60], options=" ".join(LANGUAGES)))


def _system() -> str:
    import sys

    if sys.platform != "win32":
        return "en"
    import ctypes  # pragma: no cover - Windows keeps its language elsewhere

    chinese = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0xFF == 0x04
    return "zh-CN" if chinese else "en"
