"""Whether a document is what its readers expect: the schemas of `tests/schemas`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from lxml import etree

_FOLDER = Path(__file__).parents[1] / "schemas"


@cache
def _validator(name: str) -> Any:
    schema = json.loads((_FOLDER / name).read_text("utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def checked_json(document: str, schema: str) -> Any:
    """What the JSON `document` holds. Raises ValidationError."""
    data = json.loads(document)
    _validator(schema).validate(data)
    return data


def checked_sarif(document: str) -> Any:
    """The one run of a SARIF log. Raises ValidationError."""
    return checked_json(document, "sarif-2.1.0-rtm.5.json")["runs"][0]


def checked_junit(document: str) -> etree._Element:
    """The root of a JUnit document. Raises DocumentInvalid."""
    root = etree.fromstring(document.encode("utf-8"), etree.XMLParser(resolve_entities=False, huge_tree=True))
    etree.XMLSchema(etree.parse(_FOLDER / "junit.xsd")).assertValid(root)
    return root
