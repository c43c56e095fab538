"""Take a run of capitalised words apart into names: where one ends and the next begins, and where a title stands."""

from __future__ import annotations

from typing import NamedTuple

from storydiff.analysis.lexicon import word_set
from storydiff.analysis.name_patterns import (
    GENERATIONS,
    LINKS,
    PARTICLES,
    PIECE,
    first_names,
    lands,
    name_heads,
    plain,
    suffixes,
    titles,
)
from storydiff.identity import is_two_syllable_given_name

_CONTRACTIONS = ("'re", "'ll", "'ve", "'d", "n't", "'m")
_NOT_A_HEAD = frozenset("victim suspect friend guard student partner prince king general major chief author".split())


class Token(NamedTuple):
    """A word of a run. `plain`: for look-ups."""

    text: str
    start: int
    end: int
    plain: str

    @property
    def is_name(self) -> bool:
        """Whether it has a capital of its own or a hyphen before one."""
        return self.text[0].isupper() or (len(self.text) > 3 and "-" in self.text)


def parts(run: str, opening: bool) -> list[list[Token]]:
    """The words of each name in `run`; `opening` when it starts a sentence, where a capital says little."""
    tokens = [Token(m[0], m.start(), m.end(), plain(m[0])) for m in PIECE.finditer(run)]
    return _parted(_without_opening(tokens, opening))


def _without_opening(tokens: list[Token], opening: bool) -> list[Token]:
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


def _is_function_word(token: Token) -> bool:
    if len(token.text) > 1 and token.text.isupper() and token.plain != "the":
        return False
    return token.plain in word_set("no_name_starts") or token.plain.endswith(_CONTRACTIONS)


def _is_relation(tokens: list[Token]) -> bool:
    """Whether `tokens` begin as "Neighbor Maria Lopez" does."""
    field = titles().get(tokens[0].plain, ("", ""))[1]
    return field in ("relation", "part") and len(tokens) > 2 and tokens[1].plain in first_names()


def _holds(tokens: list[Token]) -> bool:
    """Whether a common word at the start belongs to what follows it: "Mission Hospital", "New York", "Gray Hollow Road"."""
    if len(tokens) == 1:
        return False
    if is_two_syllable_given_name(tokens[1].text) or (tokens[0].plain in name_heads("site") and tokens[1].is_name):
        return True
    joined = " ".join(t.text for t in tokens[:2])
    if joined in lands() or " ".join(t.text for t in tokens[:3]) in lands():
        return True
    if tokens[1].plain in first_names() and len(tokens) > 2:
        return False
    if tokens[1].plain in word_set("no_names") or (not tokens[1].is_name and tokens[1].plain not in PARTICLES | LINKS):
        return False
    return any(t.plain in suffixes() for t in tokens[1:]) or title_head(tokens) is not None


def _parted(tokens: list[Token]) -> list[list[Token]]:
    """`tokens` parted at days, months and peoples, and at of/for/and/the where they join two names rather than make one."""
    found: list[list[Token]] = [[]]
    no_names = word_set("no_names")
    for index, token in enumerate(tokens):
        current = found[-1]
        if token.plain in LINKS and not token.is_name:
            if current and _joins(current, tokens[index + 1 :], token.plain):
                current.append(token)
            else:
                found.append([])
        elif token.plain in no_names and not _inside_body(tokens, index):
            found.append([])
        else:
            current.append(token)
    return [part for piece in found if (part := trimmed(piece))]


def trimmed(part: list[Token]) -> list[Token]:
    """`part` without links at either end."""
    while part and not part[0].is_name:
        part = part[1:]
    while part and not part[-1].is_name:
        part = part[:-1]
    return part


def _joins(left: list[Token], right: list[Token], link: str) -> bool:
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
        return bool(right) and not is_person(right[:3])
    closing = next((n for n, token in enumerate(right) if not token.is_name), len(right))
    if (
        suffixes().get(left[-1].plain) == "site"
        and 0 < closing <= 2
        and suffixes().get(right[closing - 1].plain) == "site"
    ):
        return True
    ends_as_body = closing > 0 and suffixes().get(right[closing - 1].plain) in ("body", "site")
    return len(left) == 1 and ends_as_body and left[0].text not in lands() and left[0].plain not in suffixes()


def _inside_body(tokens: list[Token], index: int) -> bool:
    """Whether a day, people or faith is part of a body's name: "Baptist Church", "Democratic National Committee"."""
    for later in tokens[index + 1 : index + 4]:
        if not later.is_name:
            return False
        if later.plain in suffixes():
            return True
    return False


def title_head(part: list[Token]) -> tuple[int, int] | None:
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


def is_person(part: list[Token]) -> bool:
    """Whether `part` has the shape of a full personal name: a known first name, an initial, a generation mark."""
    names = [token for token in part if token.is_name and token.plain not in GENERATIONS]
    if not 2 <= len(names) <= 5 or any(token.plain in LINKS for token in part):
        return False
    if names[-1].text.isupper() and len(names[-1].text) > 3 and not names[0].text.isupper():
        return False
    if len(names) == 2 and is_two_syllable_given_name(names[1].text):
        return True
    first = names[0].plain.partition("-")[0]
    if part[-1].plain in GENERATIONS or any(token.text[0] in "\"“'‘(" for token in part):
        return True
    initial = len(names[1].text) == 2 and names[1].text[1] == "." and len(names) > 2
    opening_initials = (
        names[0].text.endswith(".") and len(names[0].text.replace(".", "")) <= 2 and names[0].text[0:2] != "U."
    )
    if initial or (
        opening_initials and "." in names[0].text and names[0].plain not in ("st", "mt", "ft", "co", "no", "d.c")
    ):
        return names[-1].plain not in suffixes() or names[-1].plain in word_set("surnames")
    if first not in first_names() or " ".join(token.text for token in names[:2]) in lands():
        return False
    return suffixes().get(names[-1].plain) is None or names[-1].plain in word_set("surnames")
