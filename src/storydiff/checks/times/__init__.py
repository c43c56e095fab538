"""Times of several reports: which stand for one event, and whether they can all be right."""
