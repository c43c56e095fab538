"""Figures and ages of several reports: which are of one thing, and which can both be right."""
