"""A pile of reports → events.

Three steps, each one pass: count in how many reports every term stands (`frequencies`), reduce each report to its few
weightiest terms and the dates it names (`terms`, `vectors`, `dates`), then walk the reports in the order of time and let
each join an event or open one (`grouper`); an event that is over is settled once more, now that all its reports are there. A new report looks only at the reports that share one of its weightiest terms within the window, so the cost
grows with the number of reports, and memory with the number of reports in one window.
"""
