"""Which sentences tell of another happening than the one that is reported: earlier cases, other cities, sums of a year."""

from __future__ import annotations

import re

from storydiff.model import Analysis, Sentence

# Begins with a sign, to which the engine leaps, as a word boundary is tried at each letter: for text behind a blank.
_ANOTHER = re.compile(
    r"\W(?:earlier\sthis\s(?:month|year)|(?:last|past)\s(?:week|month|year)|(?:weeks?|months?|years?)\s(?:ago|earlier|before)|"
    r"(?:another|separate|unrelated|other|second|previous|different|similar)\s(?:(?:fatal|deadly|double|triple|gun|drive-by)\s){0,2}"
    r"(?:incidents?|shootings?|attacks?|fires?|crash(?:es)?|robber(?:y|ies)|stabbings?|cases?)|"
    r"among\sthe\s(?:\w{1,12}\s)?(?:attacks|shootings|fires|victims\sof)|weekend['’]s\s|overnight\s(?:\w{1,12}\s)?shootings|"
    r"(?:less|more)\sthan\s\d{1,3}\shours|(?:past|last)\s\d{1,3}\shours|in\s(?:a\ssingle|one)\sday|"
    r"since\s(?:january|february|march|april|may|june|july|august|september|october|november|december)|"
    r"(?:during|over|across|from|in)\sthe\s(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s"
    r"(?:operations|raids|incidents|attacks|shootings|robberies|fires)|"
    r"(?:(?:so|thus)\sfar|since\sthe\s(?:start|beginning))|this\syear|of\sthe\syear|also\son|previous(?:ly)?|nationwide|on\saverage)\b"
)
_LISTED = re.compile(r"(?:There[’']s|There was|There is|Then there[’']s) the ")  # one case after the other
# No year of a happening: "the 2020 election", "the 1900 block", "at 2012 Quay Street", "a 2013 Torrent", "2,015", "$2000".
_YEAR = re.compile(
    r"(?<![\w$€£,./#-])(?:19|20)\d\d\b(?![,.]\d|"
    r"\s(?:presidential|election|campaign|census|season|race|budget|block|hundred|(?:North|South|East|West|[NSEW]\.?)?\s?[A-Z]))|"
    r"(?:(?<=\bin )|(?<=\bIn )|(?<=\bsince ))(?:19|20)\d\d\b"
)


def of_another(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the words of `sentence` ("last month", "separate incidents", another year) set it apart from the main event."""
    text = sentence.text
    if told_as_another(sentence):
        return True
    if "19" not in text and "20" not in text:
        return False
    published = analysis.report.published
    years = {found[0] for found in _YEAR.finditer(text)}
    return bool(years) and (published is None or str(published.year) not in years)


def told_as_another(sentence: Sentence) -> bool:
    """Whether words other than a year set `sentence` apart from the main event."""
    text = sentence.text
    return bool(_ANOTHER.search(f" {text.lower()}") or _LISTED.match(text) or (text[0] == "[" and text[-1] == "]"))
