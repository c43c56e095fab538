"""States told in phrases with gaps: "the conditions of the four others are not known yet", "attempts to find … have been unsuccessful"."""

from __future__ import annotations

from typing import NamedTuple

_UNKNOWN = r"(?:known|clear|available|released|disclosed|given|provided|determined)"
_BE = r"(?:is|was|are|were|remains?|remained|has|have|had)"
_SAY = r"(?:release|disclose|give|provide|reveal|discuss|know|have|say|comment\son|specify|detail)"
_HELD = r"(?:arrested|caught|captured|detained|apprehended|in\s(?:police\s)?custody|(?:been\s)?taken\sinto\scustody)"
_WANTED = r"(?:suspects?|gunm[ae]n|shooters?|attackers?|killers?|robbers?|driver)"
_SEEKERS = r"(?:suspects?|gunm[ae]n|shooters?|attackers?|killers?|robbers?|m[ae]n|person|people|persons|driver)"


class Shape(NamedTuple):
    """A state and how it is worded, as a regular expression.

    One of `cues`, words parted by bars, stands in every wording, so that most sentences need no search. Where these stand in
    many sentences, other words follow after " & ", one of which stands in every wording besides.
    """

    cues: str
    field: str
    value: str
    wording: str


def _shape(cues: str, field: str, value: str, pattern: str) -> Shape:
    return Shape(cues, field, value, pattern)


# Source: the storydiff maintainers, from the wording of police, hospital and court news in general use.
SHAPES = (
    _shape(
        "condition|conditions",
        "condition",
        "unknown",
        rf"\bconditions?\b(?:\sof\s[^.;:,]{{1,60}}?)?\s{_BE}\s(?:still\s|currently\s|also\s|immediately\s){{0,2}}"
        rf"(?:not\s(?:been\s|yet\s|immediately\s|yet\sbeen\s|immediately\sbeen\s)?{_UNKNOWN}|un(?:known|clear|available))"
        r"(?:\s(?:immediately|yet))?",
    ),
    _shape(
        "condition|conditions",
        "condition",
        "unknown",
        rf"\b(?:no\s(?:word|information|details|update)(?:\swas|\swere)?(?:\sreleased|\savailable)?(?:\sfrom\s\w+)?\s(?:on|about|of)"
        rf"|(?:not|\w{{1,6}}n't|to)\s(?:immediately\s)?(?:been\s)?{_SAY}d?|unclear|not\sclear|unsure|no\simmediate\sword\son)\s"
        r"[^.;:]{0,60}?\bconditions?\b",
    ),
    _shape(
        "stabilised|stabilized",
        "condition",
        "stable",
        r"\bconditions?\s(?:has\s|have\s|had\s|was\s|were\s|is\s)?(?:been\s)?stabili[sz]ed\b",
    ),
    _shape(
        "condition|conditions & stable",
        "condition",
        "stable",
        r"\bconditions?\s(?:is|was|are|were)\s(?:described\sas\s|listed\sas\s)?[\"“]?stable\b|\b(?:in|listed\sin)\s[\"“]stable[\"”]\scondition\b",
    ),
    *(
        _shape(
            f"{grade} & condition|conditions",
            "condition",
            grade,
            rf"[\"“]{grade}[,]?[\"”]\s(?:but\s\w+\s)?conditions?\b|\bconditions?\s(?:is|was|are|were)\s[\"“]{grade}\b",
        )
        for grade in ("critical", "grave", "serious", "fair", "good", "guarded")
    ),
    _shape("listed", "condition", "critical", r"\blisted\sas\s(?:in\s)?critical\b"),
    _shape("listed", "condition", "serious", r"\blisted\sas\s(?:in\s)?serious\b"),
    _shape("reported & stable", "condition", "stable", r"\breported\s(?:as\s|to\sbe\s|in\s)?stable\b"),
    _shape(
        "survive",
        "condition",
        "will live",
        r"\b(?:will|should|likely\sto|going\sto|expected\sto)\s(?:all\s|likely\s)?survive\b",
    ),
    _shape(
        "recover|recovery|recoveries",
        "condition",
        "will live",
        r"\bexpected\sto\s(?:make\s(?:a\s)?(?:full|complete)\srecover(?:y|ies)|(?:fully\s|all\s)?recover)\b",
    ),
    _shape(
        "expected & ok|okay|fine|right|alright",
        "condition",
        "will live",
        r"\bexpected\sto\sbe\s(?:ok|okay|fine|all\sright|alright)\b",
    ),
    _shape(
        "condition|conditions & unknown",
        "condition",
        "unknown",
        r"\b(?:in\s(?:an\s)?unknown|with\s(?:an\s)?unknown)\sconditions?\b",
    ),
    _shape(
        "injuries & unknown|extent|severity|nature|seriousness",
        "condition",
        "unknown",
        rf"\bwith\sunknown\sinjuries\b|\b(?:extent|severity|nature|seriousness)\sof\s[^.;:,]{{1,40}}?\binjuries\s{_BE}\s(?:still\s)?"
        rf"(?:not\s(?:been\s|yet\s|immediately\s)?{_UNKNOWN}|un(?:known|clear))",
    ),
    _shape(
        "upgraded|downgraded",
        "condition",
        "serious",
        r"\b(?:up|down)graded\s(?:from\s\w+\s)?to\s(?:a\s)?serious\b",
    ),
    _shape(
        "upgraded|downgraded",
        "condition",
        "stable",
        r"\b(?:up|down)graded\s(?:from\s\w+\s)?to\s(?:a\s)?(?:fair|stable|good|satisfactory)\b",
    ),
    _shape(
        "upgraded|downgraded", "condition", "critical", r"\b(?:up|down)graded\s(?:from\s\w+\s)?to\s(?:a\s)?critical\b"
    ),
    _shape(
        "threatening",
        "injury",
        "not life-threatening",
        r"\b(?:not|\w{1,6}n't|neither|none|never|no|without)\s(?:(?!but\b)[\w'-]+\s){0,6}life[\s-]{1,2}threatening\b",
    ),
    _shape(
        "intensive",
        "condition",
        "out of intensive care",
        r"\b(?:moved|transferred|released|pulled|taken|transported)\s(?:out\sof|from)\s(?:the\s|an\s)?intensive[\s-]care(?:\sunit)?\b",
    ),
    _shape(
        "icu",
        "condition",
        "out of intensive care",
        r"\b(?:moved|transferred|released|pulled|taken|transported)\s(?:out\sof|from)\s(?:the\s|an\s)?icu\b",
    ),
    _shape(
        "icu",
        "condition",
        "intensive care",
        r"(?<!from\sthe\s)(?<!out\sof\sthe\s)(?<!from\s)\b(?:in|to)\s(?:the\s|an\s)?(?:[\w']+\s){0,2}icu\b",
    ),
    _shape("grazed|graze", "bullet", "grazed", r"\bgrazed\b|\bgraze\swounds?\b"),
    _shape("lodged", "bullet", "lodged", r"\b(?:is|was|remains?|remained|bullet|still|became)\slodged\b"),
    _shape(
        "bullet",
        "bullet",
        "lodged",
        r"\b(?:have|had|having|remove[ds]?|removing)\s(?:the|a|that)\sbullet(?:\sremoved)?\b"
        r"|\bbullet\s(?:was\sremoved|remains|is\sstill|went\sinside|still\sin)\b",
    ),
    _shape(
        "through",
        "bullet",
        "passed through",
        r"\bbullet\s(?:went|passed|traveled|travelled)\s(?:clean\s|straight\s|right\s)?through\b"
        r"(?!\s(?:the|a|an|his|her|their)\s(?:[\w'-]+\s){0,3}(?:walls?|windows?|doors?|glass|car|truck|van|windshield|house|home|fence|ceiling|floor)\b)"
        r"|\bthrough-and-through\b",
    ),
    _shape("exited", "bullet", "passed through", r"\bentered\sand\sexited\b|\bbullet\s(?:\w+\s){0,6}exited\b"),
    _shape("glass", "bullet", "glass", r"\b(?:hurt|injured|wounded|cut|hit|struck)\sby\s(?:\w+\s)?glass\b"),
    _shape(
        "shrapnel",
        "bullet",
        "shrapnel",
        r"\b(?:hurt|injured|wounded|cut|hit|struck)\sby\s(?:\w+\s)?(?:shrapnel|debris|fragments)\b",
    ),
    _shape(
        "improved|improving",
        "condition",
        "improving",
        r"\bcondition\s(?:has\s|had\s|is\s|was\s)?(?:greatly\s|much\s)?improv(?:ed|ing)\b|\bsaid\sto\sbe\simproving\b",
    ),
    _shape(
        "arrest|arrests & no|not|t|without",
        "custody",
        "nobody",
        r"\b(?:no\s(?:new\s)?arrests?\b(?!\swarrant)(?:\s(?:has|have|had)\sbeen\s\w+|\s(?:was|were)\s\w+)?"
        r"|(?:not|\w{1,6}n't)\s(?:yet\s)?(?:made|announced|reported)\s(?:any|an)\sarrests?\b|without\sany\sarrests?\b)",
    ),
    _shape(
        "arrested|caught|captured|detained|apprehended|custody & no|nobody|noone",
        "custody",
        "nobody",
        rf"\b(?:nobody|no[\s-]?one|no\s(?:possible\s|potential\s)?(?:{_SEEKERS}))\s(?:(?:is|was|are|were|has|have|had|been|yet|currently|being)\s){{0,4}}"
        rf"{_HELD}\b",
    ),
    _shape(
        "custody & not|t|no",
        "custody",
        "nobody",
        rf"\b(?:not|\w{{1,6}}n't|no)\s(?:currently\s|yet\s)?(?:have\s)?(?:any(?:one|body)?\s)?(?:{_SEEKERS}\s)?(?:in\s(?:police\s)?custody)\b",
    ),
    _shape(
        "information & little|no|scant",
        "custody",
        "at large",
        r"\b(?:very\s)?(?:little|no|scant)\s(?:\w+\sor\s)?(?:vehicle\s|suspect\s|\w+\s){0,2}(?:information|description)\s"
        r"(?:on|about|regarding|of|as\sto)\s(?:the\s|a\s|any\s|possible\s){0,2}(?:shooters?|suspects?|gunm[ae]n|attackers?|killers?)\b"
        r"|\b(?:little|no)\s(?:vehicle\sor\s)?suspect(?:\sor\svehicle)?\sinformation\b",
    ),
    *(
        _shape(
            f"{cue} & attempts|efforts|not|t|working|trying|hoping|unable",
            "custody",
            "at large",
            rf"\b(?:attempts|efforts)\s(?:to\stry\s)?to\s{find}\s[^.;:]{{1,40}}?\s(?:have|has|had|were)\s(?:been\s)?(?:unsuccessful|failed)\b"
            rf"|\b(?:not|\w{{1,6}}n't)\s(?:yet\s)?(?:been\sable\sto\s{find}|been\s{found}|{found})\s(?:him|her|them|(?:the|a|any)\s{_WANTED})\b"
            rf"|\b(?:working|trying|hoping|unable)\sto\s{find}\s(?:the\s|a\s|an\s|any\s)?(?:\w+\s){{0,2}}{_WANTED}\b",
        )
        for cue, find, found in (
            ("find", "find", "found"),
            ("found", "find", "found"),
            ("locate|located", "locate", "located"),
            ("catch", "catch", "caught"),
            ("caught", "catch", r"caught(?:\sup\swith)?"),
            ("track|tracked", r"track\sdown", r"tracked\sdown"),
        )
    ),
    _shape(
        "identify|identifying",
        "custody",
        "at large",
        r"\b(?:close\sto\sidentifying|working\sto\sidentify|trying\sto\sidentify|hoping\sto\sidentify|asking\s[^.;:]{1,30}?\sto\sidentify)\s"
        rf"(?:the\s|a\s|an\s|any\s)?(?:\w+\s){{0,2}}{_SEEKERS}\b|\b(?:close\sto\sidentifying)\b",
    ),
    _shape(
        "found & suspect|suspects|gunman|gunmen|shooter|shooters|attacker|attackers",
        "custody",
        "at large",
        r"\b(?:suspects?|gunm[ae]n|shooters?|attackers?)\s(?:has|have|had)\s(?:not|yet\sto)\s(?:yet\s)?(?:been|be)\s(?:found|located|caught|identified)\b",
    ),
    _shape(
        "looking|searching|hunting",
        "custody",
        "at large",
        rf"\b(?:looking|searching|hunting)\sfor\s(?!(?:no|any)\b)(?:[\w'-]+\s){{0,4}}?(?:{_SEEKERS[3:-1]}|killers?|culprits?)\b",
    ),
    _shape(
        "search & is|continues|continued|remains|goes",
        "custody",
        "at large",
        r"\bsearch\s(?:is\son|continues|continued|is\sunderway|is\sunder\sway|remains\sunderway|goes\son)\b(?:\sfor\b)?",
    ),
    _shape(
        "hunt",
        "custody",
        "at large",
        rf"\bhunt\s(?:is\son\s)?for\s(?:the\s|a\s|an\s|two\s|three\s)?(?:\w+\s){{0,2}}{_SEEKERS}\b",
    ),
    _shape(
        "arrest|arrests & made|makes|making",
        "custody",
        "arrested",
        r"\b(?:made|makes|making)\s(?:an|two|three|four|several|multiple)\sarrests?\b",
    ),
    _shape(
        "arrest|arrests & announced|made|confirmed",
        "custody",
        "arrested",
        r"(?:'s\sarrest|\b(?:his|her|their)\sarrests?|\ban\sarrest|\barrests?)\s(?:was|were)\s(?:announced|made|confirmed)\b"
        r"|\bannounced\s(?:the|an|two|three)\sarrests?\b",
    ),
    _shape(
        "held",
        "custody",
        "arrested",
        r"\b(?:is|was|are|were|remains?|remained)\sheld\s(?:without\b|on\s(?:\$|suspicion|an?\b|\w+\scharges?)|in\s(?:custody|lieu|jail"
        r"|the\s(?:[\w.]+\s){0,3}jail)|at\sthe\s(?:[\w.]+\s){0,3}jail)",
    ),
    _shape(
        "captured",
        "custody",
        "arrested",
        r"\bcaptured\b(?!\s(?:on|by|in\s(?:photos?|videos?|pictures?)|the\s(?:video|moment|scene|attention))\b)",
    ),
    _shape(
        "charge|charges|charged",
        "case",
        "charged",
        r"\b(?:issued|filed|brought)\s(?:an?\s)?(?:[\w-]+\s){0,4}charges?\s(?:for|against|on)\b"
        r"|\bfac(?:e|es|ing)\s(?:\w+\scounts?\sof\s|an?\s|multiple\s|several\s)?(?:[\w-]+\s){0,4}(?:charges?|counts?)\b"
        r"|\bcharged\s(?:him|her|them|both|the\s(?:\w+\s)?(?:man|woman|teen|boy|driver|suspect|suspects|pair))\swith\b"
        r"|\bcharges?\swith\s(?:an?\s)?(?:\w+\s){0,4}(?:murder|assault|manslaughter|robbery)\b",
    ),
    _shape(
        "count|counts|county & face|faces|facing|charged",  # counts, or the county that charges
        "case",
        "charged",
        r"\bfac(?:e|es|ing)\s(?:\w+\s){1,2}(?:counts?|charges?)\sof\b|\bcharged\son\s(?:[\w-]+\s){1,4}(?:counts?|charges?)\b",
    ),
    _shape(
        "charge|charges|charged & no|not|t",
        "case",
        "not charged",
        r"\b(?:no(?!\sother|\sfurther|\sadditional|\smore)\s(?:[\w-]+\s)?charges?\s(?:have|has|had|were|are|will|is)\b[^.;:]{0,12}?"
        r"(?:filed|brought|announced|expected|pending|made)?"
        r"|(?:not|\w{1,6}n't)\s(?:yet\s)?filed\s(?:any\s)?charges"
        r"|(?:not|\w{1,6}n't)\s(?:yet\s)?(?:been\s|be\s)?charged\b(?!\swith\sany\sother))",
    ),
    _shape(
        "charge|charges|charged & could|may|might|expected|likely|pending|word|decision|undecided|decide|determine",
        "case",
        "not charged",
        r"\bcharges?\s(?:could|may|might|are\sexpected\sto|will\slikely)\s(?:still\s|also\s)?be\s(?:filed|brought)\b|\bcharges\s(?:are|were)\s(?:still\s)?pending\b"
        r"|\b(?:no\sword|no\sdecision|undecided|decide|determine)\s(?:yet\s)?(?:on\s)?(?:if|whether|what)\s(?:any\s)?(?:charges|any\s?one\swill\sbe\scharged)",
    ),
    _shape(
        "charged & police|prosecutors|authorities|deputies|investigators|officers|detectives|troopers",
        "case",
        "charged",
        r"\b(?:police|prosecutors|authorities|deputies|investigators|officers|detectives|troopers)\s(?:have\s|has\s|had\s)?charged\b(?!\s(?:him|her|them|both)\b)",
    ),
    _shape(
        "suspicion",
        "case",
        "suspected",
        r"\b(?:held|questioned|arrested|detained)\son\ssuspicion\sof\b",
    ),
    _shape("suspected", "case", "suspected", r"\b(?:is|was|are|were)\ssuspected\sof\b"),
)
