"""Whose state a report tells of."""

import pytest

from storydiff.checks.facts.persons import Persons, Who, may_be_one, surely_one
from storydiff.model import Reading
from storydiff.pipeline import analyse_reports
from storydiff.testing import report


def who(text: str) -> Who:
    (analysis,) = analyse_reports(Reading((report(text)[0],)))
    (status,) = (status for status in analysis.statuses if status.field == "condition")
    return Persons(analysis).who(status)


@pytest.mark.parametrize(
    ("text", "name", "noun", "sex", "age", "many"),
    [
        ("Paul Brandt is in fair condition.", "paul brandt", "", "m", None, False),
        ("Paul Brandt, 34, was hurt. He is in fair condition.", "paul brandt", "", "m", 34, False),
        ("A 21-year-old man is in fair condition.", "", "man", "m", 21, False),
        ("A 16-year-old is in fair condition.", "", "", "", 16, False),
        ("The women are in fair condition.", "", "woman", "f", None, True),
        ("One of the victims is in fair condition.", "", "victim", "", None, False),
        ("A female student is in fair condition.", "", "people", "f", None, False),
        ("The girl was hurt. She is in fair condition.", "", "girl", "f", None, False),
        ("The patients are in fair condition.", "", "people", "", None, True),
        ("Five are in fair condition.", "", "", "", None, True),
        ("It was dark. She is in fair condition.", "", "", "f", None, False),
        ("Nothing is in fair condition.", "", "", "", None, None),
    ],
)
def test_who(text: str, name: str, noun: str, sex: str, age: float | None, many: bool | None) -> None:
    found = who(text)
    assert (found.name, found.noun, found.sex, found.age, found.many) == (name, noun, sex, age, many)


@pytest.mark.parametrize(
    ("a", "b", "possible", "sure"),
    [
        (Who(name="paul brandt"), Who(name="paul brandt"), True, True),
        (Who(name="paul brandt"), Who(name="ivo rask"), False, False),
        (Who(noun="man", age=34), Who(noun="man", age=34), True, True),
        (Who(noun="man", age=34), Who(noun="man", age=21), False, False),
        (Who(noun="girl", sex="f", young=True), Who(noun="child", young=True), True, False),
        (Who(noun="girl", sex="f"), Who(noun="boy", sex="m"), False, False),
        (Who(noun="girl", young=True), Who(noun="woman", young=False), False, False),
        (Who(noun="suspect"), Who(noun="victim"), False, False),
        (Who(many=True), Who(many=False), False, False),
        (Who(), Who(), True, False),
    ],
)
def test_may_be_one(a: Who, b: Who, possible: bool, sure: bool) -> None:
    assert (may_be_one(a, b), may_be_one(b, a)) == (possible, possible)
    assert (surely_one(a, b), surely_one(b, a)) == (sure, sure)


def test_the_object_of_a_sentence_is_not_its_subject() -> None:
    assert who("The clerk came in. Paul Brandt saw him in critical condition.").name == ""


def test_a_name_behind_a_pronoun_of_another_sentence_is_a_guess() -> None:
    assert who("Paul Brandt was hurt. He is in fair condition.").guessed
    assert not who("Paul Brandt was hurt, and he is in fair condition.").guessed
