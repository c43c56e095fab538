"""Sixty reports of invented events, compared as an archive would be. From the root of the repository:

    pip install '.[archive]'
    storydiff archive run examples/archive/pile.jsonl /tmp/archive
    python examples/archive/look.py /tmp/archive

The same on a Dask cluster, here with two workers on this machine (all machines must see the same folders):

    dask scheduler &
    dask worker tcp://127.0.0.1:8786 --nworkers 2 --nthreads 1 &
    storydiff archive run examples/archive/pile.jsonl /tmp/archive --scheduler tcp://127.0.0.1:8786
"""

import sys

import duckdb

archive = sys.argv[1] if len(sys.argv) > 1 else "/tmp/archive"
tables = {name: f"'{archive}/{name}/*.parquet'" for name in ("events", "findings", "links", "problems")}
connection = duckdb.connect()


def show(title: str, query: str) -> None:
    """Print the rows of `query`."""
    print(f"\n{title}")
    for row in connection.execute(query.format(**tables)).fetchall():
        print("  ", *row, sep="  ")


MENTIONS = """
    (SELECT event, verdict, message, unnest(variant.mentions, recursive := true)
     FROM (SELECT event, verdict, message, unnest(variants) AS variant FROM {findings}))
"""
SAID = "outlet || ': ' || text"

show(
    "Events told by most reports",
    "SELECT reports, event, title FROM {events} WHERE position = 1 ORDER BY reports DESC, event LIMIT 5",
)
show("Findings by check", 'SELECT count(*), verdict, "check" FROM {findings} GROUP BY ALL ORDER BY ALL DESC')
show(
    "Conflicts, and who says what",
    f"SELECT message, string_agg(DISTINCT {SAID}, ' | ' ORDER BY {SAID}) FROM {MENTIONS} "
    "WHERE verdict = 'conflict' GROUP BY event, message ORDER BY message LIMIT 8",
)
show("Sentences that tell the same", "SELECT count(*), event FROM {links} GROUP BY event ORDER BY ALL DESC LIMIT 3")
show("Problems", "SELECT path, message, hint FROM {problems} ORDER BY ALL")
