"""``onetext serve``: opens the shared web room on this machine."""

from __future__ import annotations

import os
from contextlib import suppress
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from onetext.workspace.config import Config

_CHECKOUT = Path(__file__).resolve().parents[3]


def serve(
    case: Annotated[
        Path | None, typer.Argument(readable=False, help=_("a snapshot to open; left out: what the store holds"))
    ] = None,
    store: Annotated[Path | None, typer.Option(readable=False, help=_("the folder of cases and accounts"))] = None,
    host: Annotated[str, typer.Option(help=_("where to listen"))] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help=_("the next free one is taken when it is busy"))] = 8000,
    cert: Annotated[
        Path | None, typer.Option(readable=False, help=_("certificate (PEM), needed beyond this machine"))
    ] = None,
    key: Annotated[Path | None, typer.Option(readable=False, help=_("key of the certificate (PEM)"))] = None,
    name: Annotated[list[str] | None, typer.Option(help=_("a name people type for this machine"))] = None,
) -> None:
    """Open the workspace in a browser; Ctrl-C stops it."""
    config = _config(store or _default_store(), host, port, cert, key, tuple(name or ()))

    from onetext.workspace.serving import interruptible
    from onetext.workspace.serving import serve as answer

    with suppress(KeyboardInterrupt), interruptible() as pressed:  # until the server itself listens to it
        _prepare(config, [case] if case else [])
        answer(config, pressed)
    typer.echo(_("Stopped."))


def _config(store: Path, host: str, port: int, cert: Path | None, key: Path | None, names: tuple[str, ...]) -> Config:
    """The web room's configuration. What cannot be served is wrong usage (exit 2), with what to do."""
    from onetext.workspace.config import Config, is_loopback, read_secret
    from onetext.workspace.serving import free_port
    from onetext.workspace.stored import StoredCases

    if (cert is None) != (key is None):
        raise typer.BadParameter(_("give --cert and --key together"))
    if not is_loopback(host) and cert is None:
        raise typer.BadParameter(
            _(
                "{host} can be reached from other machines, and plain http would show them everything: "
                "give --cert and --key, or leave --host out"
            ).format(host=host)
        )
    if host in ("0.0.0.0", "::") and not names:  # noqa: S104 -- compared, not bound
        raise typer.BadParameter(
            _("{host} is every address of this machine: say with --name what people type").format(host=host)
        )
    free = free_port(host, port)
    if free != port:
        typer.echo(_("Port {port} is taken; using {free}.").format(port=port, free=free))
    store = store.resolve()
    secret = read_secret(store)
    return Config(store=store, secret=secret, host=host, port=free, names=names, cert=cert, key=key, cases=StoredCases)


def _prepare(config: Config, snapshots: list[Path]) -> None:
    """Accounts, first member, cases; then says where it is and what it does not protect."""
    from onetext.workspace.starting import bring_up_to_date, configure

    configure(config)
    fresh = bring_up_to_date(config)

    from onetext.workspace.firststart import bring_in, first_link, first_member, shipped_examples
    from onetext.workspace.serving import unprotected

    member = first_member(config)
    done, faults = bring_in(member, snapshots or (shipped_examples(_CHECKOUT) if fresh else []))
    link = first_link(config, member)
    typer.echo(f"onetext: {config.address}/")
    for case_id in done:
        typer.echo("  " + _("case {id}: {address}").format(id=case_id, address=f"{config.address}/c/{case_id}/"))
    for fault in faults:
        typer.echo("  " + _("not opened: {fault}").format(fault=fault))
    if link:
        said = _("Sign in as {name} with this link, once, within 30 minutes:").format(name=member.username)
        typer.echo(f"{said}\n  {link}")
    for sentence in unprotected(config):
        typer.echo(_("Mind: {what}").format(what=sentence))
    typer.echo(_("Ctrl-C stops it."))


def _default_store() -> Path:
    """``var/store`` in a checkout of the project, else the folder for data of this user."""
    if (_CHECKOUT / "pyproject.toml").exists():
        return _CHECKOUT / "var" / "store"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "onetext" / "store"
