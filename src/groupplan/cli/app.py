"""The typer application; help texts are keys of the catalogue, put into words by ``localized``."""

from typing import Any

import typer

from groupplan.cli import check, explain, new, render, schema
from groupplan.cli.surroundings import Surroundings

COMMANDS = (new, check, render, explain, schema)


def application(around: Surroundings) -> Any:
    """The command tree in the interface's language."""
    app = typer.Typer(
        name="groupplan",
        help="help.app",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def main(
        version: bool = typer.Option(False, "--version", "-V", help="help.version"),
        lang: str = typer.Option("", "--lang", help="help.lang", metavar="zh-CN|en", show_default=False),
        debug: bool = typer.Option(False, "--debug", help="help.debug"),
    ) -> None:
        pass

    for module in COMMANDS:
        name = module.__name__.rpartition(".")[2]
        app.command(name, help=f"help.{name}")(getattr(module, name))
    command = typer.main.get_command(app)
    return localized(command, around)


def localized(command: Any, around: Surroundings) -> Any:
    """The command with every help key replaced by its sentence."""
    command.help = _say(command.help, around)
    command.epilog = _say(command.epilog, around)
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = _say(parameter.help, around)
        if parameter.name == "help":
            parameter.help = around.say("help.help")
    for child in getattr(command, "commands", {}).values():
        localized(child, around)
    return command


def _say(key: str | None, around: Surroundings) -> str | None:
    return around.say(key) if key and key.startswith("help.") else key
