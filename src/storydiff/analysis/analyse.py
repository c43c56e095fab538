"""Run every extractor, in one fixed order."""

from __future__ import annotations

from storydiff.analysis.attributions import find_attributions
from storydiff.analysis.hedges import find_hedges
from storydiff.analysis.names import find_names
from storydiff.analysis.negations import find_negations
from storydiff.analysis.places import find_places
from storydiff.analysis.quantities import find_quantities
from storydiff.analysis.quotations import find_quotations
from storydiff.analysis.roles import find_roles
from storydiff.analysis.sentences import split_sentences
from storydiff.analysis.statuses import find_statuses
from storydiff.analysis.times import find_times
from storydiff.model import Analysis, Report


def analyse(report: Report) -> Analysis:
    """Everything storydiff finds in `report`."""
    sentences = split_sentences(report)
    names, entities = find_names(report, sentences)
    places = find_places(report, sentences, names)
    quotations = find_quotations(report, sentences)
    times = find_times(report, sentences)
    return Analysis(
        report=report,
        sentences=sentences,
        quantities=find_quantities(report, sentences, times, places, names, entities),
        times=times,
        names=names,
        entities=entities,
        places=places,
        roles=find_roles(report, sentences, names, entities),
        quotations=quotations,
        attributions=find_attributions(report, sentences, quotations, names, entities),
        hedges=find_hedges(report, sentences),
        negations=find_negations(report, sentences),
        statuses=find_statuses(report, sentences, entities),
    )
