"""Whether a text is in another language than English: what is read by English rules then would be chance."""

from __future__ import annotations

from functools import cache
from typing import Any

from casefacts import focus

# Words that English prose cannot do without and that other languages do not have
_ENGLISH = frozenset("the of and to was that with by from who had has been were said which this".split())
# At least this share of any English article, menus and all; 14 % on average, under 3 % in other languages
_SHARE = 0.08
_FOREIGN = 0.04  # of the prose alone; tables and results in English lie between
# Tables and results have too few words but names and figures to tell, and the library is sure of wrong answers below
_WORDS, _SURE = 30, 0.95
_READ = 2000  # characters; more do not change the answer


def foreign_language(text: str) -> str | None:
    """The code of the language ("es") when the article is surely not in English, else None.

    Menus of the page count for nothing: they come in other languages on English pages, too.
    """
    words = text.lower().split()
    if sum(word in _ENGLISH for word in words) >= _SHARE * len(words):
        return None
    prose = " ".join(text[passage.start : passage.end] for passage in focus.body(text))
    words = prose.split()
    if sum(word[0].isalpha() and not word[0].isupper() for word in words) < _WORDS:
        return None
    if sum(word.lower() in _ENGLISH for word in words) >= _FOREIGN * len(words):
        return None
    language, probability = _identifier().classify(prose[:_READ])
    return None if language == "en" or probability < _SURE else str(language)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # here because its model takes a second to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
