"""Press releases by mail: .eml, or .mbox with several.

The text is mapped to the file where it stands there, quoted-printable included; base64 hides it, and then positions count in the
decoded text.
"""

from __future__ import annotations

import email
import email.errors
import re
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from storydiff.errors import ReadError
from storydiff.model import Report
from storydiff.reading.dates import parse_date
from storydiff.reading.decode import decode
from storydiff.reading.escapes import resolve
from storydiff.reading.found import File, Found, Metadata, Trouble, begin, finish
from storydiff.reading.from_html import html_report
from storydiff.reading.html_blocks import copy_markup
from storydiff.reading.prose import copy_prose
from storydiff.reading.runs import Mapped

_FROM = re.compile(r"^From \S{1,200} [^\n]{5,80}\n", re.MULTILINE)
_QUOTED = re.compile(r"(?:=[0-9A-Fa-f]{2}|=[ \t]{0,20}\r?\n)++")
_SIGNATURE = re.compile(r"^-- \r?\n", re.MULTILINE)
_HEAD_END = re.compile(r"\n\r?\n")
_LONGEST_HEAD = 200_000
_LONGEST_FIELD = 1_000
_MOST_PARTS = 50  # the standard library takes long over many
_MOST_DASHES = 10_000  # lines that may begin a part


def read_mail(file: File) -> Found:
    """The reports in a message or a mailbox."""
    source = decode(file.raw)
    starts = [match.end() for match in _FROM.finditer(source) if _begins(source, match.start())]
    if not starts or source[: starts[0]].count("\n") > 1:
        yield _message(source, 0, len(source))
        return
    ends = [*(source.rfind("\nFrom ", 0, start) for start in starts[1:]), len(source)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        try:
            yield _message(source, start, end)
        except ReadError as error:
            yield Trouble(f"message {number} {error.message}", source.count("\n", 0, start) + 1, error.hint)


def _begins(source: str, at: int) -> bool:
    """Whether a mailbox's `From ` line at `at` stands on top or after a blank line."""
    return at == 0 or source[max(0, at - 4) : at].endswith(("\n\n", "\r\n\r\n"))


def _message(source: str, start: int, end: int) -> Report:
    text = source[start:end]
    head = _HEAD_END.search(text)
    too_many = text.count("boundary=") > _MOST_PARTS or text.count("\n--") > _MOST_DASHES
    if too_many or (head.start() if head else len(text)) > _LONGEST_HEAD:
        raise ReadError("is no mail that can be read", "its head is too long, or it has too many parts")
    try:
        message = email.message_from_string(text)
        metadata = _head(message)
        part = _text_part(message)
    except (
        ValueError,
        LookupError,
        AttributeError,
        IndexError,
        TypeError,
        RecursionError,
        email.errors.MessageError,
    ) as error:
        raise ReadError("is a damaged mail message") from error  # the standard library trips over broken headers
    if part is None:
        raise ReadError("has no text", "only text in the mail itself is read, not what is attached")
    body = _body(source, start, end, part)
    if body.source is source:
        _place_title(source, start, metadata)
    if part.get_content_type() == "text/html":
        return _html_mail(body, metadata)
    signature = _SIGNATURE.search(body.text)
    stop = signature.start() if signature else len(body.text)
    builder = begin(body, metadata, body.text[:400])
    copy_prose(builder, 0, stop)
    return finish(builder, metadata)


def _html_mail(body: Mapped, metadata: Metadata) -> Report:
    if body.text == body.source:
        report = html_report(body.text)
        metadata.title = metadata.title or report.title
    builder = begin(body, metadata, "")
    copy_markup(builder)
    return finish(builder, metadata)


def _head(message: Message) -> Metadata:
    metadata = Metadata()
    metadata.set("title", _field(message, "Subject"))
    name, address = parseaddr(_field(message, "From"))
    metadata.set("outlet", _field(message, "Organization") or name or address.partition("@")[2])
    metadata.set("author", name)
    metadata.set("identifier", _field(message, "Message-ID").strip("<> "))
    metadata.published = parse_date(_field(message, "Date"))
    return metadata


def _field(message: Message, name: str) -> str:
    """A field of the head as it reads."""
    words = " ".join(str(message.get(name, "")).split())[:_LONGEST_FIELD]
    return str(make_header(decode_header(words))) if "=?" in words else words


def _text_part(message: Message) -> Message | None:
    """The part that holds the text: plain ahead of HTML, nothing that is attached."""
    html = None
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        if part.get_content_disposition() == "attachment" or not isinstance(part, Message):
            continue
        if part.get_content_type() == "text/plain" and str(part.get_payload()).strip():
            return part
        if part.get_content_type() == "text/html" and html is None:
            html = part
    return html


def _body(source: str, start: int, end: int, part: Message) -> Mapped:
    """The text of `part`, where it stands in `source`; on its own if it is in base64."""
    payload = str(part.get_payload())
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    charset = part.get_content_charset() or ""
    at = source.find(payload, start, end) if payload.strip() else -1
    if encoding == "base64" or at < 0:
        raw = part.get_payload(decode=True)
        text = decode(raw, charset) if isinstance(raw, bytes) else payload
        return Mapped.whole(text)
    if encoding == "quoted-printable":
        return _unquoted(source, at, at + len(payload), charset)
    return Mapped.whole(source).slice(at, at + len(payload))


def _unquoted(source: str, start: int, end: int, charset: str) -> Mapped:
    """`source[start:end]` with quoted-printable resolved."""

    def meaning(found: str) -> str:
        codes = "".join(found.replace("=", " ").split())
        return decode(bytes.fromhex(codes), charset) if codes else ""

    return resolve(source, start, end, _QUOTED, meaning)


def _place_title(source: str, start: int, metadata: Metadata) -> None:
    """Where the subject stands in the head of the message, if it stands there as it reads."""
    head_end = source.find("\n\n", start)
    at = source.find(metadata.title, start, head_end if head_end >= 0 else len(source)) if metadata.title else -1
    if at >= 0:
        metadata.title_at = Mapped.whole(source).slice(at, at + len(metadata.title))
