"""Names kept back in one report and told in another, and statements that only look so."""

import pytest

from storydiff.model import Verdict
from storydiff.testing import findings, flagged

CASES = {
    "a line of furniture": (
        "@2026-01-02 One Dead in Saltby Accidental Shooting Posted: Friday, January 2, 2026 4:25 PM EST. A boy was killed by his brother, 9.",
        "@2026-01-03 A boy was killed by his brother. The boy wasn't identified because he is a juvenile.",
    ),
    "a suspect who is held, and a victim": (
        "@2026-01-02 A boy is held at the juvenile hall and is not being identified because of his age.",
        "@2026-01-03 The victim, Pavel Varga, 15, was killed in the shooting.",
    ),
    "one more than those who are named": (
        "@2026-01-02 Four people were killed. The identity of a fifth person has not been released.",
        "@2026-01-03 Odalys Brandt, 68, was among the four people who were killed in Marrow Creek.",
    ),
    "a suspect in a list": (
        "@2026-01-02 The [[victims’ names were not released]] by police.",
        "@2026-01-03 The baby, [[Pavel Varga]], was shot in Marrow Creek. The suspects in the case are Odo Quill, 16; Tove Lindqvist, 20; and Bram Okonedo, 19.",
    ),
    "a girl whose name is not released": (
        "@2026-01-02 A girl was shot in Marrow Creek on Friday. Police declined to [[release the girl's name]].",
        "@2026-01-03 [[Odalys Brandt]], 7, was shot in Marrow Creek on Friday.",
    ),
    "a boy who has not been identified": (
        "@2026-01-02 The [[boy, who hasn't been identified]], was taken to a hospital in Saltby.",
        "@2026-01-03 The boy, [[Pavel Varga]], was taken to a hospital in Saltby.",
    ),
    "whose name police have not released": (
        "@2026-01-02 The [[child, whose name police have not released]], was flown to Saltby.",
        "@2026-01-03 His 6-year-old nephew, [[Pavel Varga]], is on the mend.",
    ),
    "the identities of the men": (
        "@2026-01-02 Two men were shot. Police have [[not yet released the identities of the men]].",
        "@2026-01-03 [[Pavel Varga]], 25, was killed in the shooting, police said.",
    ),
    "a suspect who is unknown": (
        "@2026-01-02 That [[suspect is unknown]] at this moment, police said.",
        "@2026-01-03 Police arrested [[Pavel Varga]], 25, on Saturday. [[Pavel Varga]] was charged with murder.",
    ),
    "a gunman whom the first report leaves unnamed": (
        "@2026-01-02 [[A gunman]] opened fire at the Saltby ferry on Friday, police said.",
        "@2026-01-03 The suspect, identified as 25-year-old [[Pavel Varga]], opened fire at the Saltby ferry on Friday.",
    ),
    "a line left from an older version": (
        "@2026-01-02 The dead are Pavel Varga, 61, and Anders Quist, 63, the sheriff said. The two were killed at the court. [[No names have been released]].",
        "@2026-01-02 [[Pavel Varga]], 61, and [[Anders Quist]], 63, were killed at the court on Friday. [[Anders Quist]] was shot first.",
    ),
    "a report that names the child itself": (
        "@2026-01-02 Police declined to release the girl's name. Her mother said that Odalys Brandt, 7, was shot.",
        "@2026-01-03 Odalys Brandt, 7, was shot in Marrow Creek on Friday.",
    ),
    "another sex": (
        "@2026-01-02 Police declined to release the girl's name.",
        "@2026-01-03 The boy, Pavel Varga, 7, was shot in Marrow Creek on Friday.",
    ),
    "a neighbour who will not be named": (
        "@2026-01-02 A woman who asked not to be identified said that the girl ran home.",
        "@2026-01-03 Odalys Brandt, 7, was shot in Marrow Creek on Friday.",
    ),
    "nothing is said of names": (
        "@2026-01-02 Police did not release any information on the weapon.",
        "@2026-01-03 Odalys Brandt, 7, was shot in Marrow Creek on Friday.",
    ),
    "an officer who tells of it": (
        "@2026-01-02 The man's identity was not released.",
        "@2026-01-03 Police Chief Pavel Varga said that a man was found dead on Friday.",
    ),
    "a motive that is unknown": (
        "@2026-01-02 The motive of the gunman is unknown.",
        "@2026-01-02 Police arrested Pavel Varga, 25, on Saturday.",
    ),
    "a headline in capitals is no person": (
        "@2026-01-02 Police declined to identify the suspects.",
        "@2026-01-03 The police search for suspects went on. They came after dark. Video: Search For Suspects After 4 Shot.",
    ),
}


@pytest.mark.parametrize("reports", CASES.values(), ids=CASES.keys())
def test_identities(reports: tuple[str, ...]) -> None:
    found, expected = flagged("name", *reports)
    marked = [(sigil, words) for sigil, words in found]
    assert [sigil for sigil, _ in marked] == [sigil for sigil, _ in expected]
    assert all(any(words in place or place in words for _, place in found) for _, words in expected)


def test_a_name_told_later_is_an_update_and_one_kept_back_later_a_difference() -> None:
    silent, telling = "Police declined to release the girl's name.", "Odalys Brandt, 7, was shot in Saltby on Friday."
    (later,) = findings("name", f"@2026-01-02 {silent}", f"@2026-01-03 {telling}")
    (earlier,) = findings("name", f"@2026-01-04 {silent}", f"@2026-01-03 {telling}")
    assert (later.verdict, earlier.verdict) == (Verdict.UPDATE, Verdict.DIFFERENCE)
    assert later.about == "name of the girl"
