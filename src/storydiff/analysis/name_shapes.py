"""Take a run of capitalised words apart by its shape alone: titles, first names, suffixes, word lists."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from storydiff.analysis.lexicon import word_set
from storydiff.analysis.name_patterns import (
    GENERATIONS,
    LINKS,
    PARTICLES,
    PIECE,
    bodies,
    first_names,
    lands,
    long_bodies,
    name_heads,
    plain,
    suffixes,
    titles,
)

_CONTRACTIONS = ("'re", "'ll", "'ve", "'d", "n't", "'m")
_KIND_OF_SUFFIX = {"body": "organisation", "site": "organisation", "street": "place", "land": "place", "thing": "other"}
_NOT_A_HEAD = frozenset(
    {
        "victim",
        "suspect",
        "friend",
        "guard",
        "student",
        "partner",
        "prince",
        "king",
        "general",
        "major",
        "chief",
        "author",
    }
)


class Piece(NamedTuple):
    """A name inside a run: offsets in the run, what it is and how that is known.

    `kind`: person, organisation, place, other, or "" if its shape does not tell. `sure`: the shape alone settles it.
    `title_start`/`title_end`: of the title before a person, equal if there is none.
    """

    start: int
    end: int
    kind: str
    sure: bool = False
    title_start: int = 0
    title_end: int = 0


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    plain: str

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper() or (len(self.text) > 3 and "-" in self.text)


@lru_cache(maxsize=1 << 15)
def pieces(run: str, opening: bool) -> tuple[Piece, ...]:
    """The names in `run`; `opening` when it starts a sentence, where a capital says little."""
    if len(run) > 6 and run.isupper() and len(spelled := run.title()) == len(run):
        run = spelled
    tokens = [_Token(m[0], m.start(), m.end(), plain(m[0])) for m in PIECE.finditer(run)]
    tokens = _without_opening(tokens, opening)
    found: list[Piece] = []
    for part in _parts(tokens):
        found.extend(_classified(part, run))
    return tuple(found)


def _without_opening(tokens: list[_Token], opening: bool) -> list[_Token]:
    """`tokens` without the words at the start that only stand there because a sentence starts there."""
    common = word_set("common_words") if opening else frozenset[str]()
    while tokens:
        first = tokens[0]
        if (
            _is_function_word(first)
            or not first.is_name
            or _is_relation(tokens)
            or (opening and first.plain in common and first.plain not in titles() and not _holds(tokens))
        ):
            tokens = tokens[1:]
        else:
            break
    return tokens


def _is_function_word(token: _Token) -> bool:
    if len(token.text) > 1 and token.text.isupper() and token.plain != "the":
        return False
    return token.plain in word_set("no_name_starts") or token.plain.endswith(_CONTRACTIONS)


def _is_relation(tokens: list[_Token]) -> bool:
    """Whether `tokens` begin as "Neighbor Maria Lopez" does."""
    field = titles().get(tokens[0].plain, ("", ""))[1]
    return field in ("relation", "part") and len(tokens) > 2 and tokens[1].plain in first_names()


def _holds(tokens: list[_Token]) -> bool:
    """Whether a common word at the start belongs to what follows it: "Mission Hospital", "New York", "Blue Grass Road"."""
    if len(tokens) == 1:
        return False
    joined = " ".join(t.text for t in tokens[:2])
    if joined in lands() or " ".join(t.text for t in tokens[:3]) in lands():
        return True
    if tokens[1].plain in first_names() and len(tokens) > 2:
        return False
    if tokens[1].plain in word_set("no_names") or (not tokens[1].is_name and tokens[1].plain not in PARTICLES | LINKS):
        return False
    return any(t.plain in suffixes() for t in tokens[1:]) or _title_head(tokens) is not None


def _parts(tokens: list[_Token]) -> list[list[_Token]]:
    """`tokens` parted at days, months and peoples, and at of/for/and/the where they join two names rather than make one."""
    parts: list[list[_Token]] = [[]]
    no_names = word_set("no_names")
    for index, token in enumerate(tokens):
        current = parts[-1]
        if token.plain in LINKS and not token.is_name:
            if current and _joins(current, tokens[index + 1 :], token.plain):
                current.append(token)
            else:
                parts.append([])
        elif token.plain in no_names and not _inside_body(tokens, index):
            parts.append([])
        else:
            current.append(token)
    return [trimmed for part in parts if (trimmed := _trimmed(part))]


def _trimmed(part: list[_Token]) -> list[_Token]:
    while part and not part[0].is_name:
        part = part[1:]
    while part and not part[-1].is_name:
        part = part[:-1]
    return part


def _joins(left: list[_Token], right: list[_Token], link: str) -> bool:
    heads = {token.plain for token in left}
    if link == "the":
        return not left[-1].is_name
    if link == "of":
        return bool(heads & name_heads("of")) or (left[-1].plain in ("chief", "secretary", "speaker", "director"))
    if link == "for":
        return bool(heads & name_heads("for"))
    if link == "&":
        return True
    if heads & name_heads("of") and any(not token.is_name for token in left):
        return bool(right) and not _is_person(right[:3])
    closing = next((n for n, token in enumerate(right) if not token.is_name), len(right))
    if (
        suffixes().get(left[-1].plain) == "site"
        and 0 < closing <= 2
        and suffixes().get(right[closing - 1].plain) == "site"
    ):
        return True
    ends_as_body = closing > 0 and suffixes().get(right[closing - 1].plain) in ("body", "site")
    return len(left) == 1 and ends_as_body and left[0].text not in lands() and left[0].plain not in suffixes()


def _inside_body(tokens: list[_Token], index: int) -> bool:
    """Whether a day, people or faith is part of a body's name: "Baptist Church", "Democratic National Committee"."""
    for later in tokens[index + 1 : index + 4]:
        if not later.is_name:
            return False
        if later.plain in suffixes():
            return True
    return False


def _classified(part: list[_Token], run: str) -> list[Piece]:
    """The names in `part`, a title at its start split off."""
    if len(part) == 1:
        return [_single(part)]
    whole = " ".join(token.text for token in part)
    if whole in lands():
        return [_piece(part, "place", sure=True)]
    if whole in bodies() or whole.lower() in long_bodies():
        return [_piece(part, "organisation", sure=True)]
    head = _title_head(part)
    if head is not None:
        return _titled(part, *head, run)
    return _untitled(part)


def _title_head(part: list[_Token]) -> tuple[int, int] | None:
    """First and last token of the last title in `part` that a personal name follows."""
    for last in range(len(part) - 2, -1, -1):
        rest = part[last + 1 :]
        kind = suffixes().get(rest[-1].plain)
        if (
            kind
            and len(rest) > 0
            and rest[-1].plain not in first_names()
            and rest[-1].plain not in word_set("surnames")
        ):
            return None
        for first in range(max(0, last - 4), last + 1):
            phrase = " ".join(token.plain for token in part[first : last + 1])
            if phrase in titles() and titles()[phrase][1] not in ("part", "relation") and phrase not in _NOT_A_HEAD:
                return (first, last) if len(rest) <= 5 and rest[0].is_name else None
            if phrase in ("chief", "major", "general", "king", "prince") and first == last and first == 0:
                return (first, last) if len(rest) <= 3 else None
    return None


def _titled(part: list[_Token], first: int, last: int, run: str) -> list[Piece]:
    found = []
    before, name = part[:first], part[last + 1 :]
    if before and before[-1].plain in (
        "police",
        "fire",
        "county",
        "city",
        "state",
        "school",
        "interim",
        "acting",
        "former",
        "sheriff's",
        "federal",
    ):
        keep = len(before) - 1
        while keep > 0 and before[keep - 1].plain in ("interim", "acting", "former", "state", "city"):
            keep -= 1
        if not (before[-1].plain == "county" and keep > 0):
            before, first = before[:keep], keep
    if before := _trimmed(before):
        found.extend(_untitled(before))
    found.append(Piece(name[0].start, name[-1].end, "person", True, part[first].start, part[last].end))
    return found


def _untitled(part: list[_Token]) -> list[Piece]:
    last = part[-1].plain
    if len(part) == 1:
        return [_single(part)]
    whole = " ".join(token.text for token in part)
    if whole in lands():
        return [_piece(part, "place", sure=True)]
    kind = suffixes().get(last)
    has_of = any(token.plain in ("of", "for", "and", "&") and not token.is_name for token in part)
    if has_of:
        head = part[0].plain
        land = head in (
            "city",
            "town",
            "village",
            "county",
            "state",
            "gulf",
            "port",
            "isle",
            "cape",
            "republic",
            "kingdom",
        )
        return [_piece(part, "place" if land else "organisation", sure=True)]
    if _is_person(part) and not (kind and last not in word_set("surnames")):
        return [_piece(part, "person", sure=True)]
    if kind:
        if last in GENERATIONS:
            return [_piece(part, "person", sure=True)]
        return [_piece(part, _KIND_OF_SUFFIX[kind], sure=True)]
    if any(suffixes().get(token.plain) in ("body", "site") for token in part[1:-1]):
        return [_piece(part, "organisation")]
    return _split_or_unknown(part)


def _split_or_unknown(part: list[_Token]) -> list[Piece]:
    """A town before something unknown is split off ("Houston Brandt" is rare, "Chicago Bears" stays whole)."""
    common = word_set("common_words")
    whole = " ".join(token.text for token in part)
    if all(token.plain in common or token.plain in LINKS for token in part):
        return [_piece(part, "other")]
    if part[0].text.isupper() and len(part[0].text) > 1 and not part[-1].text.isupper():
        return [_piece(part, "other")]
    if part[0].plain in name_heads("land"):
        return [_piece(part, "place", sure=True)]
    if part[0].plain in name_heads("compass") and (len(part) == 2 or whole.partition(" ")[2] in lands()):
        return [_piece(part, "place", sure=whole.partition(" ")[2] in lands())]
    if any(suffixes().get(token.plain) for token in part):
        return [_piece(part, "place")]
    if part[0].text in lands():
        return [_piece(part, "other")]
    if part[0].plain in common or (part[-1].plain in common and part[-1].plain not in word_set("surnames")):
        return [_piece(part, "")]
    return [_piece(part, "person")]


def _single(part: list[_Token]) -> Piece:
    token = part[0]
    text = token.text
    if text in lands():
        return _piece(part, "place", sure=token.plain not in first_names() and token.plain not in word_set("surnames"))
    if text in bodies():
        return _piece(part, "organisation", sure=True)
    letters = text.replace(".", "")
    if letters.isupper() and 2 <= len(letters) <= 6 and _may_be_initials(token):
        return _piece(part, "organisation")
    if len(letters) < 2 or token.plain in titles() or token.plain in suffixes():
        return _piece(part, "skip", sure=True)
    return _piece(part, "")


def _may_be_initials(token: _Token) -> bool:
    """Whether `token`, all capitals, may stand for a body rather than be a shouted word or name."""
    word = token.plain
    return (
        word not in first_names()
        and word not in word_set("surnames")
        and (len(word) < 4 or word not in word_set("common_words"))
    )


def _is_person(part: list[_Token]) -> bool:
    """Whether `part` has the shape of a full personal name: a known first name, an initial, a generation mark."""
    names = [token for token in part if token.is_name and token.plain not in GENERATIONS]
    if not 2 <= len(names) <= 5 or any(token.plain in LINKS for token in part):
        return False
    if names[-1].text.isupper() and len(names[-1].text) > 3 and not names[0].text.isupper():
        return False
    first = names[0].plain.partition("-")[0]
    if part[-1].plain in GENERATIONS or any(token.text[0] in "\"“'‘(" for token in part):
        return True
    initial = len(names[1].text) == 2 and names[1].text[1] == "." and len(names) > 2
    opening_initials = (
        names[0].text.endswith(".") and len(names[0].text.replace(".", "")) <= 2 and names[0].text[0:2] != "U."
    )
    if initial or (opening_initials and "." in names[0].text and names[0].plain not in ("st", "mt", "ft", "co", "no")):
        return names[-1].plain not in suffixes() or names[-1].plain in word_set("surnames")
    if first not in first_names() or " ".join(token.text for token in names[:2]) in lands():
        return False
    return suffixes().get(names[-1].plain) is None or names[-1].plain in word_set("surnames")


def _piece(part: list[_Token], kind: str, sure: bool = False) -> Piece:
    return Piece(part[0].start, part[-1].end, kind, sure)
