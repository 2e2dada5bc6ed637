"""What stands around a span: the words beside it, and the headline that it is in."""

from __future__ import annotations

from spacy.tokens import Span


def word_before(span: Span) -> str:
    """The word right before, in small letters; empty where the text begins."""
    return span.doc[span.start - 1].lower_ if span.start else ""


def word_behind(span: Span) -> str:
    """The word right behind, in small letters; empty where the text ends."""
    return span.doc[span.end].lower_ if span.end < len(span.doc) else ""


def in_headline(span: Span) -> bool:
    """Whether it stands in a headline of its article."""
    return any(start <= span.start_char < end for start, end in span.doc.user_data.get("headlines", []))
