"""Where a title before a name ends: a word of the table, any calling, a minister of whatever field."""

from __future__ import annotations

from collections.abc import Sequence

from onetext.reading.lexicon import roles, singular
from onetext.reading.persons.bodies import BODIES, LOWER_BODIES
from onetext.reading.tokens import Token
from onetext.wording.words import listed

CALLINGS = listed(
    "reporter journalist correspondent engineer lawyer analyst economist historian doctor nurse teacher farmer widow "
    "resident trader fisherman banker guard delegate negotiator mediator observer monitor chieftain priest nun monk "
    "architect scientist geologist hydrologist hydrographer fighter rebel pilot driver student poet singer victim "
    "survivor shopkeeper villager neighbour brother sister father mother son daughter wife husband uncle aunt cousin "
    "elder witness native citizen migrant refugee organiser organizer steward unionist campaigner scholar lecturer "
    "academic schoolteacher magistrate novelist writer musician surgeon widower herder shepherd pensioner baker cook "
    "captain sergeant corporal headmaster headmistress midwife boatman ferryman mechanic electrician owner landlord "
    "jurist merchant broker smuggler go-between intermediary note-taker counsellor counselor attaché friend rival "
    "opponent challenger protégé ally successor predecessor deputy boss colleague counterpart convict detainee hostage "
    "prisoner captive theologian preacher cleric philosopher geographer statistician demographer agronomist "
    "veterinarian pharmacist dentist carpenter miner docker trawlerman skipper sailor rancher planter innkeeper "
    "translator interpreter notary surveyor biologist ecologist ethnographer anthropologist sociologist"
).difference({"rebel", "guard", "native", "brother", "sister", "father", "mother"})
"""Nouns for a person that are no office."""


def is_agent(noun: str) -> bool:
    """``hydrographer``, ``negotiator``, ``jurist``, ``fisherwoman``: made like a noun for a person."""
    return len(noun) > 4 and noun.endswith(("er", "or", "ist", "ian", "man", "woman", "ant")) and noun not in _NO_AGENTS


_NO_AGENTS = listed(
    "number winter summer member water paper letter order matter river border harbour power tower corner quarter "
    "chapter newspaper computer offer answer danger dinner september october november december monitor corridor factor "
    "sector motor mirror error terror floor door color human woman restaurant instant constant giant plant grant "
    "trawler freighter steamer helicopter center master register theater meter centimeter shoulder fiber whether "
    "either other another rather never ever over under after together however later former latter container counter "
    "disaster cluster shelter trailer reactor tractor elevator operator producer manufacturer designer developer maker "
    "carrier supplier retailer exporter importer lender insurer publisher broadcaster builder"
)
KIN = listed(
    "wife husband brother sister son daughter father mother uncle aunt cousin nephew niece widow widower grandson "
    "granddaughter grandfather grandmother fiancé fiancée partner twin brother-in-law sister-in-law son-in-law"
)
FIELDS = listed(
    "Foreign Home Interior Internal External Affairs Defence Defense Finance Finances Economy Economic Economics "
    "Energy Water Irrigation Mines Mining Mineral Minerals Resources Natural Petroleum Oil Gas Trade Commerce Industry "
    "Industries Justice Security National Public Health Education Transport Transportation Transports Communications "
    "Communication Information Culture Tourism Sport Sports Youth Labour Labor Social Welfare Environment Climate "
    "Change Agriculture Fisheries Fishing Forestry Forests Lands Rural Development Planning Infrastructure Works "
    "Housing Local Government Reconciliation Peace Refugees Migration Immigration Humanitarian Science Technology "
    "Digital Cooperation Co-operation Integration Regional Border Borders Maritime Marine Production Electricity "
    "Hydraulics Livestock Women Gender Family Religious Veterans Reconstruction Relations Investment Treasury Budget "
    "Revenue Customs Police Territorial Administration Employment Higher Research Innovation Shipping Ports Railways "
    "Roads Aviation Nature Wildlife Hydrocarbons Supply Sea Seas Rights Minority Minorities Diaspora Disaster Relief "
    "Operations Intelligence Presidential Parliamentary"
)
RANKS = listed(
    "Deputy Vice First Second Acting Assistant State Federal Prime Cabinet Principal Permanent Senior Junior "
    "Former Interim Under Chief Special Executive Provincial Union"
)
_MINISTERS = listed(
    "Minister Secretary Commissioner Ministers Undersecretary Under-Secretary Vice-Minister Director "
    "Superintendent Counsellor Councillor Secretary-General"
)


def title_at(tokens: Sequence[Token], at: int) -> int:
    """How many tokens the title that starts here has (0: none); only capital words make a title."""
    if not tokens[at].text[:1].isupper():
        return 0
    table, found = roles(), 0
    if tokens[at].text in table.opening:
        for size in range(min(table.longest_title, len(tokens) - at), 0, -1):
            if tuple(token.text for token in tokens[at : at + size]) in table.titles:
                found = size
                break
    return max(found, _of_field(tokens, at)) or int(_is_calling(tokens, at))


def _of_field(tokens: Sequence[Token], at: int) -> int:
    """``Mines Minister``, ``Deputy Minister of Defence``, ``Minister for Women and Youth``: any field of government."""
    end = at
    while (
        end < len(tokens)
        and end - at < 7
        and (tokens[end].text in FIELDS | RANKS or (tokens[end].low == "and" and end > at))
    ):
        end += 1
    if end >= len(tokens) or tokens[end].text not in _MINISTERS:
        return 0
    end += 1
    if end < len(tokens) and tokens[end].low in {"of", "for"}:
        more = end + 1
        while more < len(tokens) and (
            tokens[more].text in FIELDS or (more > end + 1 and tokens[more].low == "and") or tokens[more].low == "the"
        ):
            more += 1
        end = more if tokens[more - 1].text in FIELDS else end
    named = end < len(tokens) and tokens[end].text[:1].isupper() and tokens[end].text not in FIELDS
    return end - at if named else 0


def _is_calling(tokens: Sequence[Token], at: int) -> bool:
    """``Reporter Jan Tull``, ``Ministers Korr and Vardan``: any noun for a person before a name."""
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if not token.is_noun or following is None or not following.is_name:
        return False
    if following.text in BODIES or following.low in LOWER_BODIES or not following.text[0].isupper():
        return False
    return singular(token.low) in roles().unnamed | CALLINGS or (
        token.text.endswith("s") and (token.text[:-1],) in roles().titles
    )
