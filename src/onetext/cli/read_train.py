"""``onetext read train FOLDER -o TAGGER``: a tagger learnt from a corpus that the user has, for ``read --tagger``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from onetext.cli.options import Json, print_json


def read_train(
    folder: Annotated[
        Path,
        typer.Argument(readable=False, metavar="FOLDER", help=_("with text/*.txt and attributions/*.ann")),
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", readable=False, metavar="TAGGER", help=_("where the tagger goes"))
    ],
    rounds: Annotated[int, typer.Option("--rounds", min=1, metavar="N", help=_("how often it goes over them"))] = 50,
    json: Json = False,
) -> None:
    from dataclasses import asdict

    from onetext.cli.watched import Line, stoppable
    from onetext.reading.tagging.tagger_file import write_tagger
    from onetext.reading.tagging.training import train

    line = Line()
    with stoppable(_("Stopping; nothing is written.")) as stopped:
        try:
            model, trained = train(folder, line.tell, stopped, rounds=rounds)
        finally:
            line.clear()
    write_tagger(output, model, trained)
    if json:
        print_json({"tagger": str(output), **asdict(trained)})
        return
    said = _("{texts:,} texts with {attributions:,} attributions learnt; use it with: onetext read --tagger {file} …")
    print(said.format(texts=trained.texts, attributions=trained.attributions, file=output))
    print(_("It is learnt from these texts: keep it where you may keep them."))
