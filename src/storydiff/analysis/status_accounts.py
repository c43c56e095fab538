"""What reports tell of the course of an event: how the attacker came, who fired, and whether motive, cause or description are known."""

from __future__ import annotations

import re

_FIRES = r"(?=[^.;!?]{0,80}\b(?:shot|shoots?|shooting|fired?|firing|gunfire)\b)"
_CARS = r"(?:car|vehicle|suv|van|truck|sedan|pickup|minivan|motorcycle)"
_KIN = (
    r"(?:brother|sister|sibling|father|mother|dad|mom|mum|uncle|aunt|cousin|grandfather|grandmother|grandparent|parent|stepfather|stepmother"
    r"|stepbrother|stepsister|friend|boyfriend|girlfriend|husband|wife|roommate|neighbor|neighbour|relative|babysitter|son|daughter|nephew"
    r"|niece|toddler|playmate|classmate)"
)
_NOT_KNOWN = (
    r"(?:unknown|unclear|undetermined|undisclosed|not\s(?:yet\s|immediately\s|been\s|yet\sbeen\s|immediately\sbeen\s|publicly\s){0,2}"
    r"(?:known|clear|determined|released|disclosed|established|revealed|available)|under\sinvestigation|being\sinvestigated)"
)
_BE = r"(?:is|was|are|were|remains?|remained|has|have|had)\s(?:still\s|also\s)?"
_NOT_TOLD = (
    r"(?:not|\w{1,6}n't|to)\s(?:yet\s|immediately\s|publicly\s){0,2}(?:release|disclose|determine|establish|reveal|provide|give|identif|discuss|know|sa[iy]|say)"
    r"(?:[a-z]{0,3})\s"
)
_SEEK = r"(?:trying|working)\sto\s(?:determine|establish|figure\sout|learn|find\sout|understand|piece\stogether)\s"
_LED = r"what\s(?:led|sparked|prompted|provoked|caused|triggered|motivated|started|touched\soff)"
_ATTACK = r"(?:shooting|attack|stabbing|killing|killings|gunfire|violence|fight|assault|incident|rampage)"
_QUARREL = r"(?:argument|altercation|dispute|fight|quarrel|feud|brawl|disagreement|confrontation)"
_ACCIDENT = r"(?:fire|blaze|crash|collision|explosion|blast|collapse|derailment|outage|wreck|leak|spill)"

# Field, value, the cues as those of a `Shape`, the wording.
# Source: the storydiff maintainers, from the wording of police, fire and court news in general use.
ACCOUNTS = (
    ("approach", "walked up", "walked", rf"\bwalked\s(?:up|over|toward|towards|into)\b{_FIRES}"),
    ("approach", "walked up", "foot", rf"\b(?:approached|came\sup|came)\s(?:\w+\s){{0,3}}on\sfoot\b{_FIRES}"),
    ("approach", "ran up", "ran", rf"\bran\s(?:up|over|toward|towards|at)\b{_FIRES}"),
    ("approach", "got out", "got|gets|jumped|stepped|climbed|hopped & out", rf"\b(?:got|gets|jumped|stepped|climbed|hopped)\sout\b(?!\sof\sbed){_FIRES}"),
    ("approach", "got out", "exited", rf"\bexited\s(?:the|a|their|his|her)\s(?:\w+\s){{0,2}}{_CARS}\b{_FIRES}"),
    ("approach", "from a car", "drove & by|past", rf"\bdrove\s(?:by|past)\b(?![^.;!?]{{0,60}}\bgot\sout\b){_FIRES}"),
    (
        "approach",
        "from a car",
        "inside & someone|somebody|woman|women|man|men|people|person|persons|passenger|passengers|occupant|occupants",
        rf"\b(?:someone|somebody|wom[ae]n|m[ae]n|people|persons?|passengers?|occupants?)\sinside\s(?:the\s{_CARS}\s)?"
        r"(?=(?:the\s\w+\s)?(?:opened\sfire|fired|began|started|shot))",
    ),
    ("approach", "from a car", "car|vehicle|suv|van|truck|sedan|pickup|minivan|motorcycle & from", rf"\b(?:fired|shots|shot|shooting|firing|gunfire|fire)\s(?:\w+\s){{0,3}}from\s(?:inside\s)?(?:a|an|the|their|his|her)\s"
     rf"(?:passing\s|moving\s|dark\s|white\s|black\s|silver\s)?{_CARS}\b"),
    ("approach", "from a car", "window", r"\b(?:gun|weapon|rifle|pistol)\sout\sof\s(?:the|a|his|her)\s(?:car\s|passenger\s)?window\b"),
    ("shooter", "self", "self|himself|herself & inflicted|shot|shoots|shooting|wounded|wounding", r"\bself-inflicted\b|\b(?:shot|shoots|shooting|wounded|wounding)\s(?:him|her)self\b"),
    (
        "shooter",
        "another",
        "shot & by|him|her",
        rf"\b(?:was|were|been)\s(?:[\w-]+\s){{0,3}}shot\s(?:[\w'-]+\s){{0,6}}?by\s(?:his|her|a|an|the|another)\s(?:[\w-]+\s){{0,3}}{_KIN}\b"
        rf"|\b(?:his|her)\s(?:[\w-]+\s){{0,3}}{_KIN}\s(?:who\s)?(?:had\s|accidentally\s|allegedly\s|apparently\s)*(?:shot|shoots)\s(?:him|her)\b(?!self)",
    ),
    ("shooter", "another", f"fired & {_KIN[3:-1]}", rf"\b(?:his|her|the)\s(?:[\w-]+\s){{0,3}}{_KIN}\s(?:had\s|\w+ly\s)*fired\s(?:the|a|it)\b"),
    (
        "shooter",
        "another",
        "another & responsible|fired|pulled|shot",
        r"\banother\s(?:\w+\s)?(?:child|boy|girl|teen|teenager|toddler|juvenile|person)\s(?:was\sresponsible|fired|pulled\sthe\strigger|shot\s(?:him|her))\b",
    ),
    ("shooter", "another", "shoot", rf"\b(?:and\s|to\s)shoot\s(?:his|her)\s(?:[\w-]+\s){{0,2}}{_KIN}\b"),
    ("motive", "not known", "motive|motives", rf"\bmotives?\b(?:\s(?:for|behind|in|of)\s(?:[\w'-]+\s){{0,5}}?[\w'-]+)?\s{_BE}{_NOT_KNOWN}"),
    ("motive", "not known", "motive|motives", rf"\b(?:no\s(?:known\s|clear\s|immediate\s|apparent\s)?(?:word\son\s(?:a\s|the\s)?)?|{_NOT_TOLD}(?:of\s)?(?:a\s|any\s|the\s)?"
     rf"(?:possible\s|known\s|clear\s)?|{_SEEK}(?:a\s|the\s))motive\b"),
    (
        "motive",
        "not known",
        "motive|motives",
        r"\b(?:no\sword|no\slight|not|\w{1,6}n't|unclear|unsure|searching|looking|working|trying|investigat\w+|speculate|refused|declined|mum)\b(?!\sthe\smotive\b)"
        r"(?:\s[\w',’]+){0,6}?\smotives?\b|\bmotives?\s(?:remains?|is|was)\s(?:still\s)?(?:a\smystery|unanswered|not\sclear)\b",
    ),
    ("motive", "not known", "led|sparked|prompted|provoked|caused|triggered|motivated|started|touched & what", rf"\b(?:{_NOT_KNOWN}\s|{_NOT_TOLD}|{_SEEK}|know\s|no\sword\son\s){_LED}\b|\b{_LED}\s(?:up\s)?(?:to\s)?(?:the\s|this\s)?{_ATTACK}\s{_BE}{_NOT_KNOWN}"),
    ("motive", "not known", "circumstances", rf"\b{_NOT_TOLD}(?:the\s|what\s)?(?:exact\s)?circumstances\b|\bcircumstances\b(?:\s(?:of|surrounding|around|leading)\s(?:[\w'-]+\s){{0,4}}?[\w'-]+)?\s{_BE}{_NOT_KNOWN}"),
    ("motive", "told", "stem|stems|stemmed|stemming", rf"\bstem(?:s|med|ming)?\sfrom\s(?:an?\s|the\s)?(?:[\w-]+\s){{0,4}}(?:{_QUARREL}|robbery|rivalry|incident)\b"),
    ("motive", "told", "motive|motives", r"\bmotive\s(?:was|is|appears\sto\s(?:be|have\sbeen)|may\shave\sbeen|is\sbelieved\sto\sbe)\s(?:an?\s)?(?:\w+\s){0,2}(?:robbery|revenge|retaliation|money|jealousy|dispute|argument|hate)\b"),
    (
        "motive",
        "told",
        "argument|altercation|dispute|fight|quarrel|feud|brawl|disagreement|confrontation & escalated|turned|led|sparked|preceded|broke|spilled|started|began|prompted|provoked|ignited|got",
        rf"\b(?:an?|the|some)\s(?:[\w-]+\s){{0,2}}{_QUARREL}\s(?:between\s(?:[\w'-]+\s){{1,6}})?(?:over\s(?:[\w'-]+\s){{1,5}})?"
        r"(?:that\s|which\s|had\s|apparently\s)*(?:escalated|turned\s(?:violent|deadly|into)|led\sto|sparked|preceded|broke\sout|spilled)\b"
        rf"|\b(?:started|began|sparked|prompted|provoked|ignited)\s(?:as|by|with|after|from)\s(?:an?\s)(?:[\w-]+\s){{0,2}}{_QUARREL}\b"
        rf"|\bgot\sinto\s(?:an?\s)(?:[\w-]+\s){{0,2}}{_QUARREL}\b",
    ),
    (
        "motive",
        "told",
        "argument|altercation|dispute|fight|quarrel|feud|brawl|disagreement|confrontation & shot|killed|wounded|stabbed|shooting|stabbing|connected|related|linked",
        rf"\b(?:shot|killed|wounded|stabbed|shooting|stabbing)\b[^.;:]{{0,40}}?\s(?:during|after|following|over)\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}{_QUARREL}\b"
        rf"|\b(?:connected|related|linked)\sto\san?\s(?:[\w-]+\s){{0,2}}{_QUARREL}\b",
    ),
    ("motive", "told", "retaliation|retaliatory", r"\b(?:in|as|was|was\sin)\sretaliation\sfor\b|\bretaliatory\b"),
    ("casualties", "not known", "injured|hurt & no|noone|nobody", r"\b(?:no[\s-]?one|nobody)\s(?:is|was|has\sbeen)\s(?:believed|thought|reported)\s(?:to\s(?:be|have\sbeen)\s)?(?:injured|hurt|harmed)\b"),
    ("casualties", "told", "injured|hurt & no|noone|nobody", r"\b(?:no[\s-]?one|nobody)\s(?:else\s)?(?:is|was|has\sbeen|had\sbeen|were)\s(?:injured|hurt|harmed)\b"),
    (
        "another suspect",
        "not known",
        "suspect|suspects|shooter|shooters|gunman|gunmen|attacker|attackers & may|might|could",
        r"\b(?:may|might|could)\s(?:be|have\sbeen|have)\s(?:an?\s)?(?:second|third|fourth|another|more|other|additional)\s(?:\w+\s)?(?:suspects?|shooters?|gunm[ae]n|attackers?)\b",
    ),
    (
        "another suspect",
        "told",
        "sought|wanted|seeking|looking|searching|large & second|third|fourth|another|additional",
        r"\b(?:second|third|fourth|another|additional)\s(?:\w+\s)?(?:suspects?|m[ae]n|shooters?|gunm[ae]n|person)\s(?:is|was|are|remains?)\s(?:still\s)?(?:being\s)?(?:sought|wanted|at\slarge)\b"
        r"|\b(?:seeking|looking\sfor|searching\sfor)\s(?:an?\s)?(?:second|third|fourth|another|additional)\s(?:\w+\s)?(?:suspects?|m[ae]n|shooters?|gunm[ae]n|person)\b",
    ),
    (
        "accomplices",
        "several",
        "suspect|suspects|shooter|shooters|gunman|gunmen|attacker|attackers & multiple|several|two|three|four|both|one",
        r"\b(?:multiple|several|two|three|four|both)\s(?:\w+\s)?(?:suspects|shooters|gunmen|attackers)\b|\bmore\sthan\sone\s(?:shooter|gunman|suspect|attacker)\b",
    ),
    *(
        (
            "attacker",
            sex,
            f"{noun} & opened|fired|began|started|pulled|shot|stabbed|killed|arrested|charged",
            rf"\b{noun}\b(?:\s(?!who\b)[\w']+){{0,3}}?\s(?:opened\sfire|fired|(?:began|started)\s(?:shooting|firing)|pulled\s(?:out\s)?a\s(?:gun|knife))\b"
            rf"|\b{noun}\swho\s(?:had\s|allegedly\s)?(?:shot|stabbed|fired|killed|opened\sfire)\b"
            rf"|\b(?:arrested|charged)\sa\s(?:\d+-year-old\s)?{noun}\b",
        )
        for sex, noun in (("a woman", "woman"), ("a man", "man"), ("a woman", "female"), ("a man", "male"))
    ),
    ("accomplices", "alone", "alone|lone|only|sole & acted|acting|shooter|gunman|attacker|suspect", r"\b(?:acted|acting)\salone\b|\b(?:lone|sole|only)\s(?:shooter|gunman|attacker|suspect)\b"),
    ("parole", "on parole", "parole|probation", r"\b(?:on|violat(?:ed|es|ing)\s(?:his|her|their))\s(?:parole|probation)\b(?!\s(?:until|from|in\s\d))"),
    ("parole", "no longer", "parole|probation", r"\b(?:released|discharged|off|no\slonger\son|not\son)\s(?:from\s)?(?:parole|probation)\b|\b(?:finished|completed)\s(?:his|her|their)\s(?:parole|probation)\b"),
    ("car of the victim", "moving", "riding|driving", r"\b(?:while|was|were)\s(?:riding|driving)\b"),
    (
        "car of the victim",
        "standing",
        "car|vehicle|truck|suv|van & sat|sitting|seated|waiting|parked",
        rf"\b(?:sat|sitting|seated|waiting)\sin(?:side)?\s(?:his|her|their|a|an|the)\s(?:parked\s|stopped\s)?{_CARS}\b|\bparked\s{_CARS}\b",
    ),
    (
        "guilt",
        "not known",
        "responsible",
        r"\b(?:believes?|believed|suspects?)\s(?:that\s)?(?:the\s|an?\s)?(?:[\w'-]+\s){1,4}?(?:is|was|were|to\sbe|may\sbe)\sresponsible\b",
    ),
    (
        "guilt",
        "told",
        "admitted|confessed",
        r"\b(?:admitted|confessed)\s(?:to\s)?(?:[\w'-]+\s){0,4}?(?:she|he|shooting|killing|stabbing|firing|setting|the\s(?:shooting|killing|crime|murders?))\b",
    ),
    (
        "guilt",
        "told",
        "told & shot|killed|stabbed|fired|set",
        r"\btold\s(?:the\s)?(?:\w+\s)?(?:police|responders|deputies|officers|investigators|detectives|dispatchers|authorities|troopers)\s(?:[\w'-]+\s){0,6}?(?:he|she)\s"
        r"(?:had\s)?(?:shot|killed|stabbed|fired|set)\b(?!\s(?:him|her)self)",
    ),
    ("description", "not known", "description|descriptions", r"\bno\s(?:suspect\s|detailed\s|further\s|physical\s)?descriptions?\b(?:\sof\s[^.;]{1,40}?)?(?:\s(?:was|is|were|has)\b)?|\bdescriptions?\b[^.;]{0,40}?\s(?:was|is|were)\s(?:not\s(?:immediately\s)?available|unavailable)\b"),
    ("description", "told", "described", r"\b(?:is|was|are|were|been)\s(?:only\s)?described\s(?:only\s)?(?:by\s\w+\s)?as\s(?:an?\s|being\s)?(?:[\w,-]+\s){0,5}?(?:black|white|hispanic|latino|asian|male|males|female|man|men|woman|women|teen|teens|feet|years?)\b"),
    ("cause", "not known", "cause|causes|caused", rf"\bcause\b(?:\sof\s(?:the\s|this\s)?(?:[\w-]+\s){{0,2}}{_ACCIDENT})\s{_BE}{_NOT_KNOWN}|\b{_NOT_TOLD}(?:a|the)\scause\b|\bno\sword\son\s(?:a|the|what)\scaused?\b"),
    ("cause", "told", f"caused|sparked|started|triggered|ignited|blamed|due & {_ACCIDENT[3:-1]}", rf"\b{_ACCIDENT}\s(?:was|is|may\shave\sbeen|had\sbeen)\s(?:\w+\s)?(?:caused|sparked|started|triggered|ignited)\sby\b|\b{_ACCIDENT}\s(?:was|is)\s(?:\w+\s)?(?:blamed\son|due\sto)\b|\bcaused\s(?:the|a)\s(?:\w+\s){{0,2}}{_ACCIDENT}\b"),
    ("manner of death", "not known", "died & how", r"\b(?:not|\w{1,6}n't)\s(?:yet\s)?(?:disclosed|released|revealed|said|known|clear|determined)\s(?:exactly\s)?how\s(?:[\w'-]+\s){1,6}?died\b|\bhow\s(?:[\w'-]+\s){1,6}?died\s(?:is|was|remains)\s(?:not\sknown|unknown|unclear|not\sclear)\b"),
    (
        "manner of death",
        "not known",
        "know & shot|stabbed|killed",
        r"\b(?:not|\w{1,6}n't)\sknow\s(?:yet\s)?(?:if|whether|how)\s(?:the\s|they\s|he\s|she\s)?(?:\w+\s){0,3}(?:was|were)\s(?:shot|stabbed|killed)\b",
    ),
    ("manner of death", "not known", "cause|causes|caused & death|deaths", rf"\bcauses?\sof\s(?:his\s|her\s|their\s|the\s)?deaths?\s{_BE}(?:{_NOT_KNOWN}|pending)|\b{_NOT_TOLD}(?:a|the|their|his|her)\scauses?\sof\sdeath\b"),
    ("manner of death", "told", "injury|injuries|wound|wounds|trauma|death & head|stab|gunshot|knife|chest|blunt|cause", r"\b(?:suffered|had|sustained|died\s(?:of|from)|from)\s(?:[\w-]+\s){0,3}(?:head|stab|gunshot|knife|chest|blunt)\s(?:force\s)?(?:injury|injuries|wounds?|trauma)\b|\bcause\sof\sdeath\s(?:was|is)\s(?!not|un|pending|still|under|being)"),
)  # fmt: skip
_SIDE = r"(?:upper|lower|left|right|back|front|side|top|inner|outer|of|the|his|her|middle)"
_HIT_IN = (
    r"\b(?:in|to|on|through|into|of|hit|struck|grazed|grazing|hitting|striking|wounded)\s"
    rf"(?:(?:both|one|each|the|his|her|their|a|an|[\w-]+'s)\s(?:{_SIDE}\s){{0,5}}|(?:{_SIDE}\s){{1,5}})"
)
# Part of the body, and the words for it.
_PARTS = {
    "head": "head|skull|temple|forehead|scalp",
    "face": "face|cheek|jaw|mouth|eye|nose|chin",
    "neck": "neck|throat",
    "shoulder": "shoulder|shoulders",
    "chest": "chest|breast|breastbone|heart|lung",
    "back": r"back(?!\sof\b)|spine",
    "abdomen": "abdomen|stomach|belly|gut",
    "torso": "torso|upper body|rib cage|ribs",
    "arm": "arm|arms|forearm|elbow|wrist",
    "hand": "hand|hands|finger|fingers",
    "leg": "leg|legs|calf|knee|shin",
    "thigh": "thigh|thighs",
    "foot": "foot|feet|ankle|toe",
    "hip": "hip|groin|pelvis",
    "buttocks": "buttocks|buttock|butt|rear end",
}


def _first_words(words: str) -> str:
    return "|".join(re.findall(r"(?:^|\|)(\w+)", words))


_WOUNDS = tuple(
    ("wound", part, _first_words(words), _HIT_IN + rf"(?:{words.replace(' ', chr(92) + 's')})\b")
    for part, words in _PARTS.items()
)
SHAPES = (*ACCOUNTS, *_WOUNDS)
