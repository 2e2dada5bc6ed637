"""An extractor for the tests of processes that die."""

from __future__ import annotations

import os

from casefacts.extractor import Extractor
from casefacts.records import AnyRecord, Article


class Mortal(Extractor):
    """Has no pipeline; its process dies of articles that say so."""

    def __init__(self) -> None:
        pass

    def records(self, article: Article) -> list[AnyRecord]:
        if "die" in article.text:
            os._exit(1)
        return []
