"""How a command ends: its exit code, and the one clear message for each thing that went wrong."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from gettext import gettext as _

import typer

from onetext.files.faults import Fault, Faults

DONE, INPUT_AT_FAULT, WRONG_USAGE, OUR_FAULT, STOPPED = 0, 1, 2, 3, 130


def ended(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run the command and give its exit code; nothing a user does shows a traceback."""
    as_json = "--json" in arguments
    try:
        code = _run(app, arguments, as_json=as_json)
        if sys.stdout is not None:
            sys.stdout.flush()  # a full disk shows here, not when the process is gone
        return code
    except BrokenPipeError:
        _print_nowhere()
        return DONE
    except OSError as error:
        _show_refusal(_of_the_system(error), as_json=as_json)
        return INPUT_AT_FAULT


def _run(app: typer.Typer, arguments: Sequence[str], *, as_json: bool) -> int:
    try:
        typer.main.get_command(app).main(list(arguments), "onetext")
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else DONE
        if as_json and code == WRONG_USAGE:
            show_faults([_of_usage(ending)], as_json=True)
        return code
    except Faults as error:
        show_faults(error.faults, as_json=as_json)
        return INPUT_AT_FAULT
    except KeyboardInterrupt:
        print(_("stopped"), file=sys.stderr)
        return STOPPED
    except OSError:
        raise  # the system's refusal, not our fault
    except Exception:  # noqa: BLE001 -- the last net: a report file instead of a traceback
        return _report()
    return DONE


def _of_usage(ending: SystemExit) -> Fault:
    """What typer said on standard error before it ended, for who reads only the document."""
    said = getattr(ending.__context__, "format_message", lambda: _("wrong usage"))()
    return Fault("onetext", said, _("'onetext COMMAND --help' says what it takes"))


def _of_the_system(error: OSError) -> Fault:
    """What the system refused: a name too long, a folder closed to us, a disk that is full."""
    where = str(error.filename) if error.filename is not None else "this machine"
    reason = error.strerror or type(error).__name__
    return Fault(where, f"the system refused it: {reason}", "check the path, its permissions and the free space")


def _show_refusal(fault: Fault, *, as_json: bool) -> None:
    """Where standard output itself is what failed, on standard error."""
    try:
        show_faults([fault], as_json=as_json)
        sys.stdout.flush()
    except OSError:
        _print_nowhere()
        show_faults([fault], as_json=False)


def _print_nowhere() -> None:
    """Give up standard output, so that the end of the process does not fail on it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def show_faults(faults: Sequence[Fault], *, as_json: bool) -> None:
    """Print faults: one JSON document on standard output, or lines on standard error."""
    if as_json:
        print(json.dumps({"faults": [fault.as_dict() for fault in faults]}, ensure_ascii=False))
        return
    for fault in faults:
        print(f"{fault.level}: {fault.address}: {fault.problem}", file=sys.stderr)
        print(f"       {fault.remedy}", file=sys.stderr)


def _report() -> int:
    """Write the traceback to a private report file and say where it is."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="onetext-report-", suffix=".txt", delete=False) as file:
        traceback.print_exc(file=file)
    said = _("error: onetext itself failed; nothing was changed. The report is in {file}").format(file=file.name)
    print(said, file=sys.stderr)
    print("       " + _("it may name records of the case: read it before you pass it on"), file=sys.stderr)
    return OUR_FAULT
