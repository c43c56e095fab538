"""Piles that outgrow memory or the machine: JSONL or Parquet in, events, findings, links and problems out as Parquet.

Four stages, each over partitions that are worked on one by one, on processes or machines:

    sign      slices of the input → rows with their terms; then how rare each term is
    block     slices of time → which earlier reports each report is like
    cluster   reports that hang together → events
    compare   events → findings, links

A partition is a folder that appears whole or not at all, and depends on nothing but the input and the settings. So a run
that was killed goes on where it stood, and ends with the same bytes, whatever did the work.
"""
