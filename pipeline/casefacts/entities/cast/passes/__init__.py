"""The passes of the sieve, the surest first; each says whom a phrase stands for, or leaves it to the next."""

from __future__ import annotations

from collections.abc import Callable

from casefacts.entities.cast.links import Link
from casefacts.entities.cast.passes import following, groups, leads, lists, nouns, stated
from casefacts.entities.cast.scene import Scene
from casefacts.entities.phrases import Phrase

Pass = Callable[[Scene, Phrase], Link | None]

FOR_ONE: tuple[Pass, ...] = (
    stated.followed_by_name,
    stated.behind_name,
    nouns.one_of_two,
    groups.remaining,
    nouns.identified,
    leads.identified_below,
    nouns.described,
    nouns.only_company,
    nouns.only_one_from_town,
    nouns.just_judged,
    nouns.only_defendant,
    nouns.only_one_before,
    leads.one_of_pair,
    leads.lead,
)
FOR_SEVERAL: tuple[Pass, ...] = (
    lists.followed_by_list,
    stated.including,
    lists.enrolled,
    groups.remaining,
    groups.one_of_a_pair,
    groups.told_before,
    following.following,
    following.named_below,
)
