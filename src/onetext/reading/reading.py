"""One text read: the core of this layer. Pure; the only outside thing is the language model, if it is installed."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _

from onetext.reading.article import MOST_CHARS, Article, prepare
from onetext.reading.attribution.edges import with_edges
from onetext.reading.dates import published_in
from onetext.reading.deadlines.deadlines import deadlines
from onetext.reading.demands.demands import demands
from onetext.reading.disclosures.disclosures import disclosures
from onetext.reading.gazetteer import gazetteer, reading_by
from onetext.reading.meetings.contacts import contacts
from onetext.reading.naming.days import days_elsewhere
from onetext.reading.naming.elsewhere import names_elsewhere
from onetext.reading.naming.named import with_names
from onetext.reading.persons.people import as_persons
from onetext.reading.plans.agreements import agreements
from onetext.reading.plans.plan import plan
from onetext.reading.questions.questions import questions
from onetext.reading.records import Document, Source
from onetext.reading.settings import Settings
from onetext.reading.statements import statements


def read_text(
    text: str,
    source: Source = Source(),  # noqa: B008 -- frozen
    settings: Settings = Settings(),  # noqa: B008 -- frozen
    *,
    with_model: bool | None = None,
) -> Document:
    """All that the rules find in ``text``; every offset counts code points of ``text``.

    At most ``MOST_CHARS`` characters are read; ``read_to`` says how far. ``with_model``: null takes the language model
    when it is installed, false never; it goes before that of ``settings``. Never raises on any text (R5).
    """
    with reading_by(with_names(settings.names)):
        chosen = settings.with_model if with_model is None else with_model
        return _read(text, source, prepare(text, source.language, chosen, settings.tagger))


def _read(text: str, source: Source, article: Article) -> Document:
    outlet = source.outlet or article.outlet
    published = source.date or published_in(article.text, article.clutter)
    title = article.title.of(article.text) if article.title else None
    known = replace(source, outlet=outlet, date=published, title=source.title or title)
    said = statements(article)
    met = contacts(article, said, outlet, published)
    elsewhere = article.language not in {"en", None}
    return Document(
        source=known,
        chars=len(text),
        language=article.language,
        engine=article.engine,
        limits=tuple(_limits(article, len(text))),
        read_to=article.read_to,
        persons=as_persons(article.cast.profiles, article.cast.per_sentence),
        statements=tuple(with_edges(article.text, each) for each in said),
        contacts=met,
        disclosures=disclosures(article, said, published),
        deadlines=deadlines(article, met, published),
        plan=plan(article),
        questions=questions(article),
        demands=demands(article, said),
        agreements=agreements(article, said),
        clutter=tuple(sorted(article.clutter)),
        names=names_elsewhere(article.text, article.language, gazetteer()) if elsewhere else (),
        days=days_elsewhere(article.text, article.language, published) if elsewhere else (),
    )


def _limits(article: Article, chars: int) -> list[str]:
    """What this reading could not do, in plain words."""
    limits = []
    if article.read_to < chars:
        limits.append(
            _("The text has {chars} characters; it was read up to character {limit}.").format(
                chars=chars, limit=MOST_CHARS
            )
        )
    if article.language not in {"en", None}:
        limits.append(
            _(
                "The text seems to be in another language ({language}): only quotations, known names and days were "
                "read."
            ).format(language=article.language)
        )
    elif article.language is None:
        limits.append(_("The language could not be told; the text was read as English."))
    if article.engine == "rules" and article.language in {"en", None}:
        limits.append(
            _(
                "Without a language model, subjects are told from the order of words: long sentences, unusual "
                "orders and names without a title may be missed. Install the extra 'reading' for more."
            )
        )
    return limits
