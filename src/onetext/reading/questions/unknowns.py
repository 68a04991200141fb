"""How English puts that something is not known or not said: the patterns behind the open questions.

In each of them the group ``wh`` is the asking word with which the open question begins.
"""

from __future__ import annotations

import re


def _any(lines: str) -> str:
    """One group of the alternatives that stand one a line."""
    return "(?:" + "|".join(line.strip() for line in lines.strip().splitlines()) + ")"


WH = r"(?:how|whether|if|what|when|where|who|whom|whose|which|why)"
_NOT = r"(?:not|n['’]t|never|no longer)"
_STILL = (
    r"(?:(?:not|still|yet|also|far from|quite|very|as yet|anything but|immediately|at all|entirely|fully|altogether) )*"
)
_DARK = _any(r"""
    unclear|uncertain|unknown|unresolved|undecided|unsettled|unanswered|undetermined|unexplained|undisclosed
    (?:still )?in doubt|up in the air|moot|any(?:one|body)['’]s guess
    an? (?:big |large |major |completely )?(?:open question|question mark|unknown|mystery|matter of debate)
    to be (?:seen|decided|settled|determined|agreed|resolved|worked out|answered)
    to be (?:clarified|established|negotiated|confirmed)
    not(?: yet| immediately| at all| entirely| fully| altogether| quite| publicly| officially| been)* (?:clear|known)
    not(?: yet| immediately| at all| entirely| fully| publicly| officially| been)* (?:certain|decided|settled|specified)
    not(?: yet| immediately| fully| publicly| officially| been)* (?:apparent|explained|disclosed|revealed|determined)
    not(?: yet| immediately| fully| publicly| officially| been)* (?:resolved|obvious|answered|made clear|made public)
    not(?: yet| immediately| fully| publicly| officially| been)* (?:announced|spelled out|spelt out|said|agreed|sure)
    not(?: yet| immediately| fully| publicly| officially| been)* (?:established|clarified|confirmed)
    (?:quite )?an?other (?:question|matter|story)|an? (?:entirely |quite |very )?different (?:question|matter|story)
    for (?:others|another day|later|the courts) to (?:say|decide)
    (?:hard|difficult|impossible) to (?:say|tell|know|judge|predict|verify)
""")
_BE = r"(?:is|are|was|were|['’]s|remains?|remained|stays?|stayed|(?:has|have|had) (?:not )?(?:yet )?(?:been|remained))"
_TELL = _any(r"""
    say|disclose|specify|reveal|explain|clarify|indicate|tell|confirm|know|decide|announce|identify|spell out
    spell it out|make (?:it )?clear|make (?:it )?known|elaborate|state|address|mention|hint|comment|agree|be drawn
    determine|settle|answer|discuss|speculate|detail|establish|predict|resolve
""")
_TOLD = _any(r"""
    said|disclosed|specified|revealed|explained|clarified|indicated|told|confirmed|known|decided|announced|identified
    spelled out|spelt out|made (?:it )?clear|made (?:it )?known|elaborated|stated|addressed|mentioned|hinted
    commented|agreed|determined|settled|answered|discussed|detailed|established|resolved
""")
_TELLING = _any(r"""
    saying|disclosing|specifying|revealing|explaining|clarifying|indicating|telling|confirming|naming|elaborating
    spelling out|making (?:it )?clear
""")
_NOBODY = _any(r"""
    nobody|no one|no-one|none of (?:them|the \w+)|neither(?: \w+){0,4}?
    no (?:official|side|party|government|spokesman|spokeswoman|minister)
""")
_SILENT = "silent|mum|vague|evasive|coy|tight-lipped|non-committal|noncommittal"
_REFUSES = _any(rf"""
    (?:did|do|does|would|will|could|can|may)(?: ?{_NOT}|not)(?: (?:yet|immediately|even|publicly))* {_TELL}
    won['’]t {_TELL}
    cannot {_TELL}
    (?:has|have|had)(?: ?{_NOT})(?: (?:yet|even|publicly|so far))* {_TOLD}
    (?:has|have|had|is|are|was|were) yet to {_TELL}
    (?:declin|refus)(?:ed|es|e|ing) to {_TELL}
    fail(?:ed|s|ing)? to {_TELL}
    (?:was|were|is|are) (?:unable|unwilling|reluctant) to {_TELL}
    {_NOBODY} (?:would|will|could|can|has|had|have|is|was)(?: (?:yet|so far|publicly))* (?:{_TELL}|{_TOLD}|{_TELLING})
    {_NOBODY} (?:knows?|knew|says?|said|wants? to say|wanted to say)
    (?:gave|gives|give|given|giving) no (?:indication|hint|word|details?|clue|sign|explanation|information|answer)
    (?:offer|provid)(?:e|ed|es|s|ing) no (?:indication|hint|word|details?|clue|sign|explanation|information|answer)
    without {_TELLING}
    stopp(?:ed|ing) short of {_TELLING}
    (?:is|are|was|were) not {_TELLING}
    (?:was|were|is|are|has been|remained|kept) (?:{_SILENT})
    (?:left|leaves|leaving|leave|kept|keeps|keeping)(?: it)? (?:open|unclear|unanswered|unresolved|unsaid|undecided)
    (?:left|leaves|leaving) (?:open|unanswered) the question(?: of)?
    (?:there (?:is|was|has been|were|are)|with|but) (?:still )?no (?:word|indication|information)(?: yet| so far)?
    (?:had|has|have|made|with) no (?:comment|answer|reply)
    (?:there (?:is|was|has been|were|are)|with|but) (?:still )?no (?:clarity|answer|official word|decision|consensus)
""")
_HEARER = (
    r"(?: (?:to )?(?:(?:the )?(?:reporters|journalists|press|media|public|parliament|lawmakers|us|them|him|her|me)))?"
)
_LINK = (
    r"(?: (?:on|about|as to|of|over|regarding|concerning|to the question of|the question of|publicly|exactly"
    r"|precisely|just|in detail|immediately))*"
)
_ASIDE = r"(?:, (?:[^,.?!]{1,40}), | for now | so far | yet | either )?"
_BEHIND = r"(?:in|at|on|by|to|for|with|under|from)"


def _search(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


IT_IS_UNCLEAR = _search(
    rf"\b(?:(?:it|this|that) {_BE} {_STILL}{_DARK}"
    r"|(?:too (?:early|soon)|hard|difficult|impossible) to (?:say|tell|know|judge|predict|verify)"
    rf"|what (?:is|remains|was) {_DARK} (?:is|was)|^no (?:word|indication|sign)"
    rf"|(?:is|are|was|were|am|['’]m|['’]re) {_STILL}(?:sure|certain|unsure|uncertain|undecided)){_LINK}{_HEARER},? "
    rf"(?P<wh>{WH})\b"
)
"""``It is unclear whether``, ``it is too early to say how``, ``he was not sure when``."""
WOULD_NOT_SAY = _search(
    rf"(?<![\w-]){_REFUSES}{_HEARER}{_LINK}{_ASIDE} ?\b(?P<wh>{WH}|{_BEHIND} (?:which|what|whom))\b(?! not\b)"
)
"""``did not say how``, ``has yet to decide whether``, ``no word on when``, ``leaves open who``."""
THE_QUESTION = _search(
    r"\b(?:(?:the|an?|one|another|key|main|big|open|unanswered|last|remaining|central) (?:[\w-]+ )?"
    r"(?:question|issue|unknown|mystery)(?: (?:now|then))?(?: (?:is|was|remains|remained)| of|,| as to)? "
    r"|questions? (?:remain|persist|linger|hang|loom)s? (?:over|about|as to|on) (?:just |exactly )?"
    r"|doubts? (?:(?:remain|persist|linger)s? )?(?:over|about|as to|on) |uncertainty (?:over|about|as to) "
    r"|(?:unclear|uncertain|unknown|undecided|unsure|unresolved|in doubt)(?: ,)?"
    rf" (?:(?:was|is|are|were|remains|remained) )?(?:also )?)(?P<wh>{WH})\b"
)
NOR_IS_IT_CLEAR = _search(
    r"\bnor (?:(?:is|was) it (?:\w+ )?(?:clear|known|certain|decided|sure)(?: (?=that\b))?"
    rf"|(?:did|does|would|will|has|have|had|could) [^.?!,]{{1,40}}? (?:{_TELL}|{_TOLD})){_LINK} ?(?P<wh>{WH}|that)\b"
)
NOT_CERTAIN_THAT = _search(
    rf"\b(?:(?:it|this) {_BE} (?:by no means |far from |not (?:yet |at all |even )?)(?:certain|clear|sure)"
    r"|(?:could|can)(?:not| not|n['’]t) (?:yet |immediately |independently )?(?:confirm|verify|establish)"
    r"|(?:was|were|is|are) (?:un|not )able to (?:confirm|verify|establish)) (?P<wh>that|whether|if|who|when|how)\b"
)
"""``It is not certain that the vote will be held``, ``he could not confirm that they had met``."""
NEITHER = _search(rf"\b(?:neither|not|n['’]t) confirm(?:ed)? n?or (?:deny|denied) (?:reports )?(?P<wh>{WH}|that)\b")
"""``would neither confirm nor deny that``."""
WHETHER_IS_OPEN = _search(
    r"^[\W_]*(?:but |and |yet |still, |however, |so |just |exactly |precisely |quite )*"
    rf"(?P<wh>(?:{_BEHIND} )?(?!if\b){WH})\b[^.?!]{{6,260}}?(?P<cue> {_BE} {_STILL}{_DARK}\b"
    rf"| (?:has|have|had) (?:not|never|still not)(?: yet)? been {_TOLD}\b"
    r"| (?:could|can)(?:not| not) (?:yet |immediately |independently )?be (?:established|confirmed|verified|known)\b"
    rf"|,? (?:[^.?!,]{{0,60}} )?{_REFUSES}\b)"
)
"""``Whether they will come is not known``; the group ``cue`` is where the question ends."""
THING_UNKNOWN = re.compile(
    r"^(?P<what>(?!(?:If|Unless|When|While|Whether|Although|As|Since|Because|That|It)\b)"
    r"(?:the|a|an|its|his|her|their|[A-Z])[^.?!,;:]{3,120}?) "
    rf"(?:{_BE}(?<!had been) {_STILL}(?:unclear|unknown|uncertain|undecided|unresolved|unsettled"
    r"|an open question|a mystery|any(?:one|body)['’]s guess|in doubt"
    r"|to be (?:seen|decided|settled|determined|agreed|worked out))"
    r"|(?:is|are|was|were) (?:still )?not(?: yet)? known"
    r"|(?:was|were|has been|have been) not (?:released|disclosed|made public|announced|given|revealed))"
    r"(?! (?:as|for|to)\b)(?=[ ,.;:]|$)",
)
"""``The fate of the crew is unknown``."""
ASKED_WHETHER = _search(
    r"^[\W_]*(?:when |repeatedly |also )?(?:asked|pressed|questioned)(?: by [^,]{1,40}?)?"
    rf"(?: (?:on|about|as to|again|twice|repeatedly|directly|\w+day))* (?P<wh>{WH})\b(?P<rest>[^.?!]{{5,240}}?), "
    r"[^.?!]{0,80}?\b(?:would not|wouldn['’]t|did not|didn['’]t|declined|refused|could not|couldn['’]t|gave no"
    r"|demurred|shrugged|smiled|laughed|changed the subject|replied only|said only|said merely|only said|merely said"
    r"|made no comment|had no comment|no comment)\b"
)
"""``Asked whether …, she would not say``; the group ``rest`` is what was asked."""
WHEN_ASKED = _search(
    r"\b(?:did not (?:answer|reply|respond)|(?:declined|refused) to (?:answer|respond|reply|comment)|gave no answer"
    r"|would not (?:answer|comment|reply))(?: (?:to )?(?:a |the )?questions?)?"
    rf" (?:when asked|on being asked|about|as to|on) (?P<wh>{WH})\b"
)
ONE_QUESTION = _search(
    r"\b(?:question|thing|point|matter|issue)s? [^.?!:]{0,30}(?:not answered|unanswered|open|unsettled|undecided)"
    rf"[^.?!:]{{0,20}}: (?P<wh>{WH})\b"
)
"""``One question was not answered: who will pay``."""
QUESTIONS_NAMED = _search(
    rf"\b(?:questions?|unknowns|points)\b[^.?!:]{{0,40}}: (?P<wh>{WH})\b[^.?!]*?(?:,|;| and) (?:and )?{WH}\b"
)
"""``The letter names two questions: who pays and who rules``."""
NO_WORD_ON = re.compile(
    r"\b(?P<wh>[Nn]o (?:word|details?|news|information|indication|explanation|date)"
    r"(?: (?:on|about|of|for|as to) [^,.;:?]{3,80}?)?)"
    r"(?= (?:was|were|is|are|has been|have been) "
    r"(?:given|released|announced|available|disclosed|set|published|offered)\b)"
    r"|\b(?:[Tt]here (?:was|is|has been)(?: still)?|[Gg]ave|[Gg]ives?|[Gg]iving|[Oo]ffered|with) (?:still |as yet )?"
    r"(?P<wh2>no (?:immediate |official |further )?(?:word|details?|news|information|indication|explanation) "
    r"(?:on|about|of|as to) "
    r"(?!(?:how|whether|if|what|when|where|who|why|which)\b)[^,.;:?]{3,80})"
)
"""``No date for the vote has been given``, ``there was no word on the fate of the crew``."""
STILL_OPEN_IS = _search(
    rf"^[\W_]*(?:(?:still|also|equally|as yet|less) )*{_DARK} (?:is|was|remains|remained) "
    rf"(?:also |still )?(?P<wh>{WH})\b"
)
"""``Still unanswered is whether``."""
ACCOUNTS_DIFFER = _search(
    rf"^[\W_]*(?:just |exactly |precisely )?(?P<wh>{WH})\b[^.?!]{{6,200}}?(?P<cue>,? "
    r"(?:accounts|versions|opinions|lawyers"
    r"|experts|the sources|sources|historians|witnesses|observers|the two sides|the parties) "
    r"(?:differ|disagree|diverge|are divided|cannot agree|do not agree|conflict|contradict)\b)"
)
"""``Whether they met, accounts differ``."""
REFUSAL = _search(
    r"^[\W_]*(?:no comment|next question|i (?:do not|don['’]t|will not|won['’]t|would not|wouldn['’]t|cannot|can['’]t)"
    r" (?:want to |going to |intend to )?(?:answer|comment|speculate|tell you|say|go into|discuss|know|respond)"
    r"|i(?: am|['’]m) not (?:going to|prepared to|in a position to) (?:answer|comment|say|speculate|discuss|go into)"
    r"|i(?: would|['’]d) rather not|i(?: have|['’]ve) nothing to (?:say|add)|that is not for me to say|i decline"
    r"|(?:nobody|no one|no-one) (?:can|could|would|will|knows|knew)\b(?: (?:say|tell))?"
    r"|(?:it is|it['’]s|it was)? ?(?:still )?too (?:early|soon) to (?:say|tell)|we (?:do not|don['’]t) know"
    r"|(?:that|this|it) (?:is|remains|was) (?:still )?(?:unclear|unknown|uncertain|to be seen|an open question"
    r"|not (?:yet )?(?:clear|known)))"
)
"""An answer that leaves the question before it open."""
WORTH_A_LOOK = re.compile(
    r"whether|unclear|uncertain|unknown|un(?:resolved|decided|settled|answered|explained|sure|disclosed)|question"
    r"|known|clear|sa(?:y|id)|open|guess|seen|decided|yet|asked|pressed|declin|refus|word|indication|doubt|mystery"
    r"|disclos|specif|reveal|explain|know|nor|silent|no |certain|confirm|verif"
    r"|differ|disagree|divide|diverge|conflict|contradict"
)
"""A sentence that has in small letters none of these words leaves nothing open."""
