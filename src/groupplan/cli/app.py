"""The typer application; help texts are keys of the catalogue, put into words by ``localized``."""

from typing import Any

import typer

from groupplan import __version__
from groupplan.cli import (
    baseline,
    check,
    config,
    diff,
    explain,
    forecast,
    new,
    output,
    render,
    schema,
    templates,
    today,
    verify,
)
from groupplan.cli.frame import page
from groupplan.cli.language import known
from groupplan.cli.surroundings import Surroundings

COMMANDS = (new, check, render, today, verify, forecast, diff, explain, schema, templates, baseline, config)


def application(around: Surroundings) -> Any:
    """The command tree in the interface's language."""
    app = typer.Typer(
        name="groupplan",
        help="help.app",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback(no_args_is_help=True)
    def main(
        version: bool = typer.Option(
            False, "--version", "-V", help="help.version", is_eager=True, callback=_version
        ),
        lang: str = typer.Option("", "--lang", help="help.lang", metavar="zh-CN|en", show_default=False),
        debug: bool = typer.Option(False, "--debug", help="help.debug"),
    ) -> None:
        known(lang)

    for module in COMMANDS:
        name = module.__name__.rpartition(".")[2]
        app.command(name, help=f"help.{name}")(getattr(module, name))
    command = typer.main.get_command(app)
    return localized(command, around)


def _version(asked: bool) -> None:
    if asked:
        output.out(f"groupplan {__version__}")
        raise typer.Exit


def localized(command: Any, around: Surroundings) -> Any:
    """The command with every help key replaced by its sentence, and typer's own words too."""
    made = command.get_help
    command.get_help = lambda ctx: page(made(ctx), around)
    command.help = _say(command.help, around)
    command.epilog = _say(command.epilog, around)
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = _say(parameter.help, around)
    for child in getattr(command, "commands", {}).values():
        localized(child, around)
    return command


def _say(key: str | None, around: Surroundings) -> str | None:
    return around.say(key) if key and key.startswith("help.") else key
