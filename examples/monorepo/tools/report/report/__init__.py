"""Summarises the rates of a week as plain text."""

from report.summary import Rate, Summary, summarise, to_text

__all__ = ["Rate", "Summary", "summarise", "to_text"]
