"""What is credited: from a cue to its source and the spans of its content."""

from __future__ import annotations

import re
from typing import NamedTuple

from storydiff.analysis import attribution_sources as sources
from storydiff.analysis.attribution_cues import QUOTED, Cue, force
from storydiff.model import Span
from storydiff.patterns import late

_TIME = (
    r"(?:(?:last|early|late|earlier|this|that|next|on)\s)*(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today"
    r"|yesterday|tonight|week|month|year|night|morning|afternoon|evening)\b"
)
_ADJUNCT = re.compile(
    rf"""\s{{1,20}}(?:{_TIME}|(?:later|then|afterward|recently|earlier|\w{{2,20}}ly
        |in|on|at|during|after|through|via|to|by|of|following|outside|before|from|when|while|as|about|with|for|without)\b)
        (?:(?!\sthat\b)[^,;:.{QUOTED}]){{0,120}}""",
    re.VERBOSE | re.IGNORECASE,
)
_THAT = re.compile(r"[tT](?<!\w.)[hH][aA][tT]\b")  # begins with the letter, to which the engine leaps
_ADDRESSEE = re.compile(
    r"\s+(?:(?:the|a|an|his|her|their|its)\s(?:[\w’'&.-]+\s){0,3}?(?:[\w’'&.-]+)(?=\s(?:that|the|he|she|they|it|there|if|whether|how|a|to)\b)"
    r"|(?:[A-Z0-9][\w’'&.-]*)(?:\s(?:[A-Z0-9&][\w’'&.-]*))*|(?!(?:for|to|about|if|whether|of|in|on|that|how|why|what|not)\b)\w+)"
)
_TELLING = frozenset(
    "tell tells told telling asked asks ask asking urged urges urging informed informs informing warned reminded assured"
    " advised notified ordered instructed briefed".split()
)
_ATTRIBUTIVE_END = re.compile(r",\s+(?:according\sto|citing)\b", re.IGNORECASE)
_CLAUSAL = frozenset("that if whether how why what who when where it there he she they we i Q ,Q :Q : , as".split())
# Begins with one set of signs, to which the engine leaps.
_OBJECT_END = re.compile(
    r"""[;:—–,\s](?:
      (?<=\s)(?:
        (?:during|when|while|after|before|because|amid|since|although|though|until|including|where|who|which|even)\s
      | (?:at|on|in)\s(?:an?|the\s(?:condition|wake|past)|multiple)\s
      | (?:last|this)\s(?:week|month|year|night|fall|summer)\b
      | and\s(?:\w+ed|has|had|said|is|was|have)\s
      )
    | (?<=,)\s(?=(?:a|an|the|as|and|but|who|which|where|he|she|they|it|while|when|although|though|including|\w+ing|\w+ed
        |[A-Z]\w+\s(?:\w+ed|said|has|is|was))\b)
    | (?<=[;:—–])\s
    )""",
    re.VERBOSE,
)
# Where narration takes over again after what was said.
_ASIDE = re.compile(
    r",\s(?:but|although|though|while|as|after|before|when|even|prompting|despite|and\s(?:has|had|was|is))\s"
)
_NEXT_CUE = late(r",\s\w+ing\b|\b(?:and|but)\s\w+ed\b")
_OWN_CLAUSE = re.compile(r",\s(?:\w+ing|which|who|where|while|when|although|though)\b")
# "Stating that it burned, [Brandt has left]": the clause that a participle at the start depends on.
_MAIN_CLAUSE = late(
    r",\s(?=(?:(?:he|she|they|it|we|i)\s|(?:(?:the|a|an|his|her|their)\s)?(?:[\w.’'-]{1,20}\s){1,4}?)"
    r"(?:has|have|had|was|were|is|are|will|would|said|says|told|took|made|went|\w{3,15}ed)\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"(?:in|on|at|by|with|for|from|during|after|before|asked|meanwhile|later|earlier|however|still|then|also|now|instead|but|and"
    r"|though|although|while|when|as|if|since|because|despite"
    rf"|{_TIME})\b",
    re.IGNORECASE,
)
_COMPLEMENTS = frozenset("to that as of if whether how why what for about Q ,Q :Q -ing".split())
_CLOSING = frozenset(("Q", ",", "?", "!", "—", "–", "-"))
"""What is left of a cue that goes before its source."""
_CONJUNCTIONS = ("and", "but", "or")
_CLAUSE_LEADS = (",", ";", " and", " but", " while")
_OWN_CLAUSE_LEADS = (", and", ", but", ", while", ";", " while")
_BEFORE_PARENTHESES = f",{QUOTED}—–-?!"
_AFTER_PARENTHESES = f",.;:?!—–{QUOTED}"
_WITHOUT_SUBJECT = frozenset("to and but or by for of in".split())
_PASSIVE = frozenset("was were been being is are be".split())
_EDGES = " \t\n\u00a0,;:"
_LAST_EDGES = _EDGES + ".—–-"


class Layout(NamedTuple):
    """A cue with its source, if it names one, and its content; spans into the text."""

    cue: Cue
    source: Span | None
    content: tuple[Span, ...]


def lay_out(masked: str, unit: Span, cue: Cue, inherited: Span | None) -> Layout | None:
    """The source and content of `cue` in `unit` (a sentence, or several that one quotation joins).

    `inherited`: the source of the attribution before in the same unit, for cues that go on with it ("…, adding that").
    None if there is no content.
    """
    if cue.form == "according":
        return _according(masked, unit, cue)
    if cue.left in _PASSIVE and not cue.form.endswith("ing"):
        return _passive(masked, unit, cue)
    if cue.left in _CLOSING and (inverted := _inverted(masked, unit, cue)) is not None:
        return inverted
    source = _source(masked, unit, cue, inherited)
    goes_on = cue.form.endswith("ing")
    if goes_on and source is None and (main := _MAIN_CLAUSE().search(masked, cue.end + 8, unit.end)) is not None:
        content = _after_cue(masked, Span(unit.start, main.start()), cue)
        return _made(masked, cue, sources.subject(masked, main.end(), unit.end), content)
    if source is not None and not goes_on and (parenthesis := _parenthesis(masked, unit, cue, source)) is not None:
        return parenthesis
    return _made(masked, cue, source, _after_cue(masked, unit, cue))


def shared_out(masked: str, layouts: list[Layout]) -> list[Layout]:
    """The layouts of one unit, each content cut where the next clause with a cue of its own begins (", adding that…")."""
    if len(layouts) == 1:
        return layouts
    result = []
    for number, layout in enumerate(layouts):
        content = layout.content
        for later in layouts[number + 1 : number + 7]:
            own = not later.cue.form.endswith("ing") and later.cue.left not in _CONJUNCTIONS
            start = (later.source or later.cue).start if own else later.cue.start
            lead = masked[max(0, start - 8) : start].rstrip()
            if not lead.endswith(_CLAUSE_LEADS):
                continue
            if later.source != layout.source and not lead.endswith(_OWN_CLAUSE_LEADS):
                continue
            content = tuple(
                [
                    _stripped(masked, span.start, masked.rfind(" ", span.start, start)) or span
                    if span.start < layout.cue.end + 200
                    and layout.cue.end <= span.start < start < span.end
                    and start - span.start > 15
                    else span
                    for span in content
                ]
            )
        result.append(layout if content is layout.content else Layout(layout.cue, layout.source, content))
    return result


def without_repeats(layouts: list[Layout]) -> list[Layout]:
    """`layouts`, where several have the same content the surest of those that name a source."""
    if len(layouts) == 1:
        return layouts
    best: dict[tuple[Span, ...], Layout] = {}
    begun = {layout.content[0].start for layout in layouts}
    for layout in layouts:
        if layout.cue.left == "to" and layout.cue.start - 3 in begun:  # "refused to say why": one attribution
            continue
        rival = best.get(layout.content)
        if rival is None or (layout.source is not None, layout.cue.score) > (rival.source is not None, rival.cue.score):
            best[layout.content] = layout
    return sorted(best.values(), key=lambda layout: layout.cue.start)


def goes_on(masked: str, before: Layout, unit: Span) -> bool:
    """Whether `unit`, which begins with a quotation, is nothing else and goes on with what `before` credits."""
    if masked[unit.start : unit.end].strip(QUOTED + " .,"):
        return False
    end = max(before.content[-1].end, before.cue.end, before.source.end if before.source else 0)
    gap = masked[end : unit.start]
    if "\n" not in gap:
        return len(gap) < 200
    return masked[before.content[-1].end - 1] == QUOTED and len(gap) < 60 and "." not in gap.strip(" \n.")


def _source(masked: str, unit: Span, cue: Cue, inherited: Span | None) -> Span | None:
    if cue.left in _WITHOUT_SUBJECT or cue.form.endswith("ing"):
        return inherited or sources.subject(masked, unit.start, cue.start)
    return sources.before(masked, unit.start, cue.start) or inherited


def _according(masked: str, unit: Span, cue: Cue) -> Layout | None:
    source = sources.after(masked, cue.end + 3, unit.end)
    if source is None:
        return None
    before = _stripped(masked, unit.start, cue.start)
    if before is not None and len(before) and before.end - before.start > 12:
        return Layout(cue, source, (before,))
    comma = masked.find(",", source.end, unit.end)
    start = comma + 1 if comma >= 0 else source.end
    return _made(masked, cue, source, Span(start, unit.end))


def _passive(masked: str, unit: Span, cue: Cue) -> Layout | None:
    """`Ross was accused of…`, `Others are expected to…`: nobody is named unless "by" follows."""
    subject = sources.before(masked, unit.start, cue.start)
    agent = None
    if masked.startswith(" by ", cue.end):
        agent = sources.after(masked, cue.end + 3, unit.end)
    rest = None
    if subject is None or cue.right in _COMPLEMENTS:
        begin = agent.end if agent else cue.end
        cut = (_OBJECT_END if cue.right in ("as", "of", "for") else _ASIDE).search(masked, begin + 3, unit.end)
        rest = _stripped(masked, begin, cut.start() if cut else unit.end)
    content = tuple(span for span in (subject, rest) if span)
    return Layout(cue, agent, content) if content else None


def _inverted(masked: str, unit: Span, cue: Cue) -> Layout | None:
    """`“…,” said Brandt.` and `…, said Brandt, who…`"""
    if force(cue.form) != "say" or cue.form.endswith("ing"):
        return None
    if cue.form in _TELLING and cue.form not in ("asked", "asks"):
        return None
    if cue.right in ("that", "it", "there", "in", "on", "at", ".", "END", ",", ":", ",Q", ":Q", "Q"):
        return None
    source = sources.after(masked, cue.end, unit.end)
    if source is None or source.start - cue.end > 2:
        return None
    if cue.left != "Q" and (
        _closes_apposition(masked, unit, cue.start) or not _nothing_follows(masked, source.end, unit.end)
    ):
        return None
    content = _before(masked, unit, cue.start)
    if content is None:
        return None
    return Layout(cue, source, (content, *_resumed(masked, source.end, unit.end)))


def _nothing_follows(masked: str, start: int, end: int) -> bool:
    """Whether only a comma, an adjunct or the end of the unit follows."""
    rest = masked[start:end].lstrip()
    if not rest or rest[0] in ",.;—–-" + QUOTED:
        return True
    adjunct = _ADJUNCT.match(masked, start, end)
    return adjunct is not None and masked[adjunct.end() : end].lstrip()[:1] in ("", ",", ".", ";", QUOTED)


def _closes_apposition(masked: str, unit: Span, cue_start: int) -> bool:
    """Whether the comma before the cue closes "Brandt, 43," or "Brandt, who led the search,"."""
    head = masked[unit.start : cue_start].rstrip(" ,")
    name, comma, inner = head.rpartition(", ")
    if not comma or QUOTED in inner:
        return False
    first = inner.split(" ", 1)[0]
    return len(name.split()) <= 9 and (
        first.lower() in ("who", "whose", "a", "an", "the") or first[:1].isdigit() or len(inner.split()) <= 7
    )


def _parenthesis(masked: str, unit: Span, cue: Cue, source: Span) -> Layout | None:
    """`…, Brandt said.`, `“…,” Brandt said, “…”` and `The boat, Brandt said, sank.`"""
    if not unit.start < source.start < cue.start:
        return None
    lead = masked[unit.start : source.start].rstrip()
    if force(cue.form) == "other" and lead[-1:] != QUOTED and cue.right not in (".", "END"):
        return None
    if not lead or lead[-1] not in _BEFORE_PARENTHESES:
        return None
    adjunct = _ADJUNCT.match(masked, cue.end, unit.end)
    stop = adjunct.end() if adjunct else cue.end
    rest = masked[stop : unit.end].lstrip()
    if cue.form in _TELLING and (rest[:1] not in (",", ".", "") and rest):
        told = _ADDRESSEE.match(masked, cue.end, unit.end)
        adjunct = _ADJUNCT.match(masked, told.end(), unit.end) if told else None
        stop = adjunct.end() if adjunct else stop
        rest = masked[stop : unit.end].lstrip()
    if rest and rest[0] not in _AFTER_PARENTHESES:
        if lead[-1] != QUOTED or masked[unit.start] != QUOTED:
            return None
        rest = ""
    content = _before(masked, unit, source.start)
    if content is None:
        return None
    opening = lead[-1] != QUOTED and _OPENING.match(masked, content.start)
    if opening and (masked.count(" ", *content) < 7 or cue.right in _COMPLEMENTS):
        return None
    if lead[-1] != QUOTED and rest[:1] == "," and not masked[unit.start : source.start].strip(" ,").count(" ") >= 1:
        return None
    if lead[-1] != QUOTED and rest.lstrip(",: ").startswith(QUOTED):
        return None  # "On Monday, Brandt said, “…”"
    return Layout(cue, source, (content, *_resumed(masked, stop, unit.end, plain=lead[-1] == ",")))


def _before(masked: str, unit: Span, stop: int) -> Span | None:
    """The content that ends at `stop`: the quotation there with the words that lead up to it, or all of the unit so far."""
    return _stripped(masked, unit.start, stop)


def _resumed(masked: str, start: int, end: int, *, plain: bool = False) -> tuple[Span, ...]:
    """Content that goes on after "Brandt said, ": a quotation, or with `plain` the rest of the sentence."""
    quoted = masked.find(QUOTED, start, end)
    if quoted >= 0 and quoted - start < 60 and not _NEXT_CUE().search(masked, start, quoted):
        resumed = _stripped(masked, quoted, end)
    elif plain and masked[start:end].lstrip()[:1] == ",":
        rest = masked[start:end].lstrip(" ,")
        if re.match(
            r"(?:adding|saying|noting|citing|and|but|who|which|while|as|although|though|because|when|after|referring|according)\b",
            rest,
        ):
            return ()
        resumed = _stripped(masked, start, end)
    else:
        return ()
    return (resumed,) if resumed else ()


def _after_cue(masked: str, unit: Span, cue: Cue) -> Span:
    """What follows the cue, without an addressee and without "in a statement", "on Tuesday" before "that"."""
    start, end = cue.end, unit.end
    strength = force(cue.form)
    if strength == "say" or cue.form in _TELLING:
        near = min(end, start + 90)
        that = _THAT.search(masked, start, near)
        quoted = masked.find(QUOTED, start, near)
        if that and (quoted < 0 or that.start() < quoted) and _is_detour(masked, start, that.start(), cue):
            start = that.start()
        elif quoted >= 0 and masked[start:quoted].rstrip()[-1:] in (",", ":") and masked.count(",", start, quoted) <= 2:
            start = quoted
        elif cue.form in _TELLING and (addressee := _ADDRESSEE.match(masked, start, end)):
            start = addressee.end()
    if cut := _ATTRIBUTIVE_END.search(masked, start, end):
        end = cut.start()
    opens = cue.left == "START" and (cue.form.endswith("ing") or cue.form == "asked")
    if opens and (comma := masked.find(", ", start, end)) >= 0:  # "Asked about the fire, Brandt said…"
        end = comma
    if strength == "other" and cue.right not in _CLAUSAL and (cut := _OBJECT_END.search(masked, start + 3, end)):
        own = _OWN_CLAUSE.match(masked, cut.start()) is not None  # "defended it, calling her “…”": not of this cue
        end = cut.start() if own or masked.find(QUOTED, cut.end(), end) < 0 else end
    elif (aside := _ASIDE.search(masked, start + 3, end)) and masked.find(QUOTED, aside.end(), end) < 0:
        end = aside.start()
    return Span(start, end)


def _is_detour(masked: str, start: int, that: int, cue: Cue) -> bool:
    gap = masked[start:that]
    return not gap.strip() or cue.form in _TELLING or _ADJUNCT.fullmatch(gap.rstrip()) is not None


def _made(masked: str, cue: Cue, source: Span | None, content: Span) -> Layout | None:
    stripped = _stripped(masked, content.start, content.end)
    return Layout(cue, source, (stripped,)) if stripped and stripped.end - stripped.start > 2 else None


def _stripped(masked: str, start: int, end: int) -> Span | None:
    while start < end and masked[start] in _EDGES:
        start += 1
    while start < end and masked[end - 1] in _LAST_EDGES:
        end -= 1
    return Span(start, end) if start < end else None
