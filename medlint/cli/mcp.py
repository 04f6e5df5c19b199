"""`medlint mcp`: a server for AI writing assistants, on standard input and output."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from medlint.cli.console import UsageError, warn


@click.command()
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file.")
def mcp(isolated: bool, config: Path | None) -> int:
    """Let AI writing assistants check copy: an MCP server, for them to start.

    The assistant starts this command in the folder of the project, or names its configuration with --config: then the
    folder of that file is the project's.
    """
    try:
        from medlint.cli.mcp_project import ConfiguredProject
        from medlint.integrations.assistant import RequestError

        project = ConfiguredProject(isolated, config.resolve() if config else None)
        project.library()  # what cannot be used is told at once
        from medlint.integrations.mcp_server import server
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("mcp", "mcp_types", "pydantic"):
            raise
        raise UsageError('medlint mcp needs the MCP library: pip install "medlint[mcp]"') from None
    except RequestError as error:
        raise UsageError(str(error)) from None
    if config:
        os.chdir(config.resolve().parent)  # assistants tell paths from the project on, wherever they start this
    if sys.stdin.isatty():
        warn("an assistant starts this command and speaks to it on standard input; docs/assistants.md tells how")
    server(project).run("stdio")
    return 0
