"""Persons, bodies and makes of cars of several reports: who is who, and how they are named."""
