"""A pile of reports → events.

Three steps, each one pass: count in how many reports every term stands (`frequencies`), reduce each report to its few
weightiest terms (`terms`, `vectors`), then walk the reports in the order of time and let each join an event or open one
(`grouper`). A new report looks only at the reports that share one of its weightiest terms within the window, so the cost
grows with the number of reports, and memory with the number of reports in one window.
"""
