"""How a command ends: its exit code, and the one clear message for each thing that went wrong."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence

import typer

from onetext.files.faults import Fault, Faults

DONE, INPUT_AT_FAULT, WRONG_USAGE, OUR_FAULT, STOPPED = 0, 1, 2, 3, 130


def ended(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run the command and give its exit code; nothing a user does shows a traceback."""
    as_json = "--json" in arguments
    try:
        typer.main.get_command(app).main(list(arguments), "onetext")
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else DONE
    except Faults as error:
        show_faults(error.faults, as_json=as_json)
        return INPUT_AT_FAULT
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception:  # noqa: BLE001 -- the last net: a report file instead of a traceback
        return _report()
    return DONE


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
    with tempfile.NamedTemporaryFile("w", prefix="onetext-report-", suffix=".txt", delete=False) as file:
        traceback.print_exc(file=file)
    print(f"error: onetext itself failed; nothing was changed. The report is in {file.name}", file=sys.stderr)
    print("       it may name records of the case: read it before you pass it on", file=sys.stderr)
    return OUR_FAULT
