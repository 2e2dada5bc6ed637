"""Headlines: their words are printed large and introduce nobody."""

from __future__ import annotations

from spacy.tokens import Span


def in_headline(span: Span) -> bool:
    """Whether it stands in a headline of its article."""
    return any(start <= span.start_char < end for start, end in span.doc.user_data.get("headlines", []))
