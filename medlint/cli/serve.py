"""`medlint serve`: a page on this machine to paste copy into."""

from __future__ import annotations

import re
import socket
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medlint.cli.clicked import today_option
from medlint.cli.console import UsageError, known_jurisdictions, settings
from medlint.cli.run import counts, larger_model
from medlint.cli.variants import Variants
from medlint.clock import current_day
from medlint.config import Settings
from medlint.findings import Severity
from medlint.lint import Linter

if TYPE_CHECKING:
    from medlint.web.service import MakeLinter

PORT = 8766
SETS = 6
"""For so many sets of jurisdictions at once linters stay ready."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,200}\Z")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Listen here; elsewhere than here with a token.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: any that is free.")
@click.option("--token", envvar="MEDLINT_TOKEN", help="Ask for it (16 characters or more); $MEDLINT_TOKEN too.")
@click.option("--open/--no-open", "open_", default=True, show_default=True, help="Open the page in the browser.")
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file.")
@click.option("--pack", "packs", multiple=True, metavar="PATH", help="Use this rule pack too (may be repeated).")
@click.option("--jurisdiction", multiple=True, metavar="NAME", help="Whose rules apply first (default: us).")
@today_option
def serve(
    host: str, port: int, token: str | None, open_: bool, isolated: bool, config: Path | None,
    packs: tuple[str, ...], jurisdiction: tuple[str, ...], today: date | None,
) -> int:  # fmt: skip
    """Open a page on this machine to paste copy into.

    It listens on this machine alone, and no copy leaves it. Ctrl+C ends it.
    """
    try:
        import uvicorn

        from medlint.web.app import make_app
        from medlint.web.guard import Bound, is_loopback
        from medlint.web.service import Service
    except ModuleNotFoundError as error:
        raise UsageError(f'`medlint serve` needs {error.name}; run: pip install "medlint[web]"') from None
    if token is not None and not _TOKEN.match(token):
        raise UsageError("a token has 16 to 200 characters, which are letters, digits, - and _")
    chosen = settings(isolated, config).with_options(packs=packs, jurisdiction=jurisdiction)
    model = larger_model() if chosen.semantic else None
    variants = Variants(chosen, chosen.root, today or current_day(), isolated, model)
    wheres = tuple(sorted(known_jurisdictions(variants.library, chosen.jurisdiction)))
    least = Severity.named(chosen.min_severity)
    service = Service(
        linters(variants), wheres, tuple(sorted(chosen.jurisdiction)),
        lambda finding: finding.severity >= least and counts(finding, chosen),
    )  # fmt: skip
    listening = _listening(host, port)
    if token is None and not is_loopback(host):
        import secrets

        token = secrets.token_urlsafe(24)
    bound = Bound(host, listening.getsockname()[1], token, (socket.gethostname().lower(),))
    address = _address(bound.host, bound.port, token)
    click.echo(f"medlint listens at {address}")
    if not is_loopback(host):
        click.echo("Who has this address can use the page; what is pasted goes over the network unencrypted.")
    click.echo("Press Ctrl+C to end it.")
    if open_:
        click.launch(address)
    config_ = uvicorn.Config(
        make_app(service, bound), log_level="error", access_log=False, server_header=False, limit_concurrency=64,
        timeout_graceful_shutdown=1,
    )  # fmt: skip
    with suppress(KeyboardInterrupt):  # uvicorn hands it on when it has closed down
        uvicorn.Server(config_).run(sockets=[listening])
    return 0


def linters(first: Variants) -> MakeLinter:
    """Gives linters for some jurisdictions and the name of a page. The last few sets of jurisdictions stay ready."""
    from medlint.web.pasted import PasteError

    known: dict[tuple[str, ...], Variants] = {tuple(sorted(first.settings.jurisdiction)): first}

    def linter(jurisdictions: tuple[str, ...], name: str) -> Linter:
        key = jurisdictions or tuple(sorted(first.settings.jurisdiction))
        try:
            variants = known.pop(key, None) or _variants(first, key)
            known[key] = variants
            while len(known) > SETS:
                del known[next(iter(known))]
            return variants.linter(str(first.root / name))
        except UsageError as error:
            raise PasteError(f"These rules cannot be used: {error}") from None

    return linter


def _variants(first: Variants, jurisdictions: tuple[str, ...]) -> Variants:
    chosen: Settings = first.settings.with_options(jurisdiction=jurisdictions)
    return Variants(chosen, first.root, first.today, first.isolated, first.model)


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises UsageError."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    except OSError as error:
        raise UsageError(f"cannot listen at {host}:{port}: {error.strerror or error}") from None
    try:
        listening.bind(address)
        listening.listen()
    except OSError as error:
        listening.close()
        hint = "; --port 0 takes any that is free" if port else ""
        raise UsageError(f"cannot listen at {host}:{port}: {error.strerror or error}{hint}") from None
    return listening


def _address(host: str, port: int, token: str | None) -> str:
    """The address of the page for a browser on this machine."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}/" + (f"?token={token}" if token else "")
