"""Lint drafts of employee-advocacy posts, in Danish and English, and say what makes them boring."""

__version__ = "0.1.0"
