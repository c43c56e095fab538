"""Words of time: weekdays, months, parts of day, units, numbers, zones."""

from __future__ import annotations

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon."), ("tuesday", "tues.", "tue."), ("wednesday", "wed."), ("thursday", "thurs.", "thur."),
            ("friday", "fri."), ("saturday", "sat."), ("sunday", "sun."),
        )
    )
    for name in names
}  # fmt: skip

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan.", "jan"), ("february", "feb.", "feb"), ("march", "mar."), ("april", "apr.", "apr"), ("may",),
            ("june", "jun."), ("july", "jul."), ("august", "aug.", "aug"), ("september", "sept.", "sept", "sep."),
            ("october", "oct.", "oct"), ("november", "nov.", "nov"), ("december", "dec.", "dec"),
        ),
        1,
    )
    for name in names
}  # fmt: skip

# Minutes after midnight, first and last bound; a night runs on past midnight. TIMEX3 codes after ISO-TimeML 1.2.
PARTS = {
    "morning": (0, 720, "MO"), "afternoon": (720, 1080, "AF"), "evening": (1020, 1440, "EV"), "night": (1080, 1740, "NI"),
    "dawn": (240, 480, "MO"), "dusk": (1020, 1260, "EV"),
}  # fmt: skip

SECONDS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2629800.0,
    "year": 31557600.0, "decade": 315576000.0, "century": 3155760000.0, "weekend": 172800.0,
}  # fmt: skip

UNIT_CODES = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "week": "{}W", "month": "{}M", "year": "{}Y",
    "decade": "{}0Y", "century": "{}00Y", "weekend": "{}WE",
}  # fmt: skip

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}

FREQUENCIES = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "nightly": "P1D", "hourly": "PT1H"}

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMBERS = {word: number for number, word in enumerate(_SMALL.split())} | {
    "a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "half a": 0.5, "half an": 0.5,
}  # fmt: skip

# Hours from UTC, as written in news copy; "ET" and its like name whichever is in force.
ZONES = {
    "est": -5, "edt": -4, "et": -5, "eastern": -5, "cst": -6, "cdt": -5, "ct": -6, "central": -6, "mst": -7, "mdt": -6,
    "mt": -7, "mountain": -7, "pst": -8, "pdt": -7, "pt": -8, "pacific": -8, "gmt": 0, "utc": 0, "bst": 1, "cet": 1,
    "cest": 2, "ist": 5.5, "jst": 9, "aest": 10, "aedt": 11, "akst": -9, "hst": -10,
}  # fmt: skip

# Holidays of fixed date, and by rule: (month, weekday, which), -1 the last.
FIXED_HOLIDAYS = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas": (12, 25), "christmas day": (12, 25),
    "christmas eve": (12, 24), "halloween": (10, 31), "valentine's day": (2, 14), "independence day": (7, 4),
    "fourth of july": (7, 4), "veterans day": (11, 11), "st. patrick's day": (3, 17), "juneteenth": (6, 19),
    "boxing day": (12, 26),
}  # fmt: skip
MOVING_HOLIDAYS = {
    "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1),
    "mother's day": (5, 6, 2), "father's day": (6, 6, 3), "martin luther king jr. day": (1, 0, 3),
    "presidents day": (2, 0, 3), "columbus day": (10, 0, 2),
}  # fmt: skip
