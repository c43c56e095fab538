"""A comparison that has one text wherever a report, a file's name or a setting could have put it."""

from __future__ import annotations

from dataclasses import replace

from storydiff.model import (
    Accepted,
    Alignment,
    Analysis,
    Cell,
    CheckInfo,
    Comparison,
    Confidence,
    Copy,
    Evidence,
    Fact,
    FactRow,
    Finding,
    Link,
    Problem,
    Report,
    Row,
    Run,
    Sentence,
    Severity,
    Span,
    State,
    Variant,
    Verdict,
)

LONGEST_PATH = 4096  # of the common systems

SAMPLES = {
    "plain": "Three people",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "closing tags": "</td></tr></table></code></b></textarea></style></script><h1>x</h1>",
    "html comment": "--><!-- x --!> <![CDATA[ ]]> <?php ?>",
    "address": "javascript:alert(1) https://evil.example/?a=1&b=2 data:text/html,x",
    "markdown": "# x *a* _b_ `c` ![i](http://evil.example/i.png) [l](javascript:x) | d | ~~e~~ > q - l",
    "markdown fence": "``` x ``` ~~~ [x]: http://evil.example <http://evil.example>",
    "markdown list": "- x",
    "markdown empty list": "-",
    "markdown numbers": " 12) x",
    "markdown rule": "--- - -",
    "reference": "@everyone #12 GH-12 :skull: $x$ $$y$$ www.evil.example a@evil.example",
    "link in a message": "[click](https://evil.example) \\[x](1) [](2) {0} {{1}}",
    "terminal": "\x1b[2J\x1b]0;title\x07\x1b]8;;http://evil.example\x1b\\x\x1b[31mred\x9b31m",
    "rich": "[bold]x[/bold] [/] [link=http://evil.example]y[/link] :skull:",
    "annotation": "::error file=a.md,line=1::x%0A::stop-commands::y ::set-output name=a::b",
    "line ends": "a\n::error::x\r\n::warning::y\r::notice::z\u2028b\u2029c\x0bd\x0ce\x85f",
    "percent": "100% %0A %25 %0D%0A %s %(x)s",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "formulas": "+1+1 -2 @SUM(1+1)*cmd|' /C calc'!A0",
    "wide formula": "＝1+1",
    "quotes": '" \' `` “ ” "" , ; \t \\',
    "xml": "]]> &lt; &#0; &amp; <!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]> &y; \ufffe \uffff",
    "bidi": "abc \u202egnp.exe\u202c \u2066x\u2069 \u200f\u061c",
    "invisible": "a\u200bb\ufeffc\u2060d\u180ee\U000e0041",
    "surrogates": "\ud800 \udfff \udcff x\ud83d",
    "nul": "a\x00b\x01c\x02d\x7fe\x80f",
    "emoji": "👨\u200d👩\u200d👧 🏴\U000e0067\U000e007f é ä́ 한글 עברית",
    "only spaces": "   ",
    "empty": "",
}


def hostile(text: str) -> Comparison:
    """Two reports, a relay, a finding of every verdict and state, all of them saying `text`."""
    analyses = tuple(_analysis(sigil, text) for sigil in "AB")
    here = [Evidence(sigil, 0, len(text), text, source=text, marks=(Span(0, len(text)),)) for sigil in "AB"]
    relay = replace(here[0], sigil=f"A/{text}")
    variants = (Variant(text, text, (here[0], relay)), Variant(text, text, (here[1],)))
    finding = Finding(
        "number", Verdict.CONFLICT, Severity.ERROR, Confidence.HIGH, text, text, text, variants, fingerprint="a1" * 16
    )
    found = (
        finding,
        replace(finding, verdict=Verdict.DIFFERENCE, severity=Severity.WARNING, fingerprint="b2" * 16),
        replace(finding, verdict=Verdict.UPDATE, severity=Severity.NOTE, fingerprint="c3" * 16),
        replace(
            finding, verdict=Verdict.ONLY_HERE, severity=Severity.NOTE, variants=variants[:1], fingerprint="d4" * 16
        ),
        replace(finding, state=State.ACCEPTED, reason=text, fingerprint="e5" * 16),
        replace(finding, state=State.IGNORED, reason=text, fingerprint="f6" * 16),
    )
    links = (Link(analyses[0].sentences[0], analyses[1].sentences[0], 0.9),)
    row = Row(1, tuple(Cell(a.sigil, a.sentences[:1]) for a in analyses))
    return Comparison(
        event=text,
        alignment=Alignment(analyses, links, (row,), (Copy(("A", "B"), 0.9, links, text),)),
        findings=found,
        matrix=(FactRow("toll", text, (Fact("A", text, text, "majority"), Fact("B", text, text, "outlier"))),),
        problems=(Problem(text[:LONGEST_PATH], "read", text, text), Problem("", "align", text)),
        checks=(CheckInfo("number", "Summary of number", manual="Summary of number.\n\n## Why it matters\nIt does."),),
        resolved=(Accepted("0f" * 16, "place", text, ((text, (text,)),), text, text, text),),
        exit_code=1,
    )


def _analysis(sigil: str, text: str) -> Analysis:
    whole = f"{text}\n{text}"
    report = Report(
        text=whole, source=whole, path=text[:LONGEST_PATH], outlet=text, title=text, author=text, url=text, runs=(Run(0, len(whole), 0, len(whole)),),
        sigil=sigil,
    )  # fmt: skip
    second = len(text) + 1
    sentences = (
        Sentence(sigil, 0, len(text), text, 1, 1),
        Sentence(sigil, second, second + len(text), text, 2, 2, "correction"),
    )
    return Analysis(report, sentences=sentences)
