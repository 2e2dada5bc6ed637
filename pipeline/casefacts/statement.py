"""What can be told of a statement before anybody knows whose it is: by its own sentence and the words around."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from spacy.tokens import Span, Token

from casefacts.clause import direct_object, patient, predicate, sentence_before, subject
from casefacts.marks import rule_of
from casefacts.numerals import how_many_listed, number
from casefacts.rulebook import lists_of

# "on all 12 counts", "of 37 felonies"
_TOTAL = re.compile(
    r"\W{0,2}(?:(?:by a jury )?(?:on|of|to|with) )?(?:all )?(\w+) "
    r"(?:felony |misdemeanor |criminal )?(?:counts|charges|felonies)\b",
    re.I,
)
# "to a one-count charge"
_ONE_COUNT = re.compile(
    r"\W{0,2}(?:to|on|of) an? (one)-count (?:[\w-]+ )?(?:charge|indictment|information|complaint)\b", re.I
)
# "on counts 2 to 4", "of count one", "Counts 5 and 7"
_N = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
_LISTED = rf"counts? (?P<listed>{_N}(?:(?:,? and |, ?| ?[-–] ?| to | through ){_N})*)"
_COUNTS = re.compile(rf"(?:on )?(?:the )?{_LISTED}", re.I)
_BEHIND_COUNTS = re.compile(rf" ?(?:[A-Z][\w'.-]+ ){{0,4}}(?:guilty )?(?:on|of|to) (?i:{_LISTED})")
# Freed, but not cleared
_RELEASED = re.compile(
    r"\bon (?:\w+ ){0,2}(?:bail|bond|parole|licen[cs]e|probation|condition|grounds)\b"
    r"|\bfrom (?:\w+ ){0,2}(?:prison|jail|custody)|\bpending\b"
    r"|\bserv(?:ed|ing)\b|\bearly\b|\btemporarily\b|\bbail\b|\bappeal",
    re.I,
)
# Behind "charged": the charge without its name
_OFFENSES = re.compile(r" ?(?:with|for) (?:[a-z]+ ){0,2}(?:offen[cs]es|crimes|felonies)\b", re.I)
# What a plea is told near, and within how many tokens before and behind its sentence
PLEADED = frozenset("court magistrates sentenced jailed pleaded trial convicted jurors".split())
BEFORE, BEHIND = 40, 25
# "had his conviction quashed"; "to have the case dismissed" is what somebody asks for
HAVING = {"had", "has", "having"}
# What stands for the charge or the conviction of the sentence before: "One was withdrawn", "A higher court reversed it"
STANDING_FOR = {"it", "that", "this", "one", "both", "they", "them", "these", "those"}
# How whatever tells which charges stands before them
_OWNING = {"poss", "compound", "det", "predet"}


def in_prose(trigger: Span) -> bool:
    """Whether it stands in no headline."""
    if any(start <= trigger.start_char < end for start, end in trigger.doc.user_data.get("headlines", [])):
        return False
    sentence = trigger[0].sent
    if sentence.text.rstrip()[-1:] in (".", ":", '"', "!", "?", ")"):
        return True
    words = [token for token in sentence if token.is_alpha and len(token) > 3]
    titled = sum(token.text[0].isupper() for token in words)
    return len(words) < 5 or titled < 0.7 * len(words)


def tells_release(trigger: Span) -> bool:
    """Whether somebody was freed on bail or from prison, and not cleared."""
    return _RELEASED.search(trigger[0].sent.text) is not None


def tells_offenses(trigger: Span) -> bool:
    """ "was charged with offences over a deal": that they are offenses, but not which."""
    rest = trigger.doc[trigger.end : min(trigger.end + 6, trigger[0].sent.end)].text
    return rule_of(trigger).sense == "charged" and _OFFENSES.match(rest) is not None


def is_filed(trigger: Span) -> bool:
    """ "Charges were framed against Ana Roe": a charge, whether the text names its offense or not."""
    filing = lists_of(trigger.doc)["filing"]
    filed = rule_of(trigger).sense in ("counts", "indictment") and trigger.root.head.lower_ in filing
    behind = trigger.doc[trigger.end : min(trigger.end + 6, trigger[0].sent.end)]
    return filed and any(token.lower_ == "against" for token in behind)


def may_be_dated(trigger: Span) -> bool:
    """ "The three were charged in May": said by itself, without a sum, of somebody."""
    head = predicate(trigger)
    passive = any(child.dep_ == "auxpass" for child in head.children)
    within = head.dep_ in ("advcl", "pcomp")  # "a year after Roe was charged"
    paid = any(token.is_currency or token.like_num for token in trigger.doc[trigger.end : trigger.end + 2])
    return rule_of(trigger).sense in ("charged", "indicted") and passive and not (within or paid)


def total_counts(trigger: Span, triggers: Sequence[Span]) -> int | None:
    """ "guilty on all 12 counts", "a 34-count indictment"; `triggers` are all of the Doc."""
    doc, sentence = trigger.doc, trigger[0].sent
    before = re.search(r"(\w+)-count\s*$", doc[max(trigger.start - 6, sentence.start) : trigger.start].text)
    if before and rule_of(trigger).sense == "indictment":
        return number(before[1]) or None
    if rule_of(trigger).sense == "counts":
        faced = trigger.root.dep_ == "dobj" and trigger.root.head.lower_ in ("face", "faces", "faced", "facing")
        counted = next((token for token in trigger.root.lefts if token.dep_ == "nummod"), None)
        return number(counted.text) or None if faced and counted is not None else None
    rest = doc[trigger.end : min(trigger.end + 12, sentence.end)].text
    match = _TOTAL.match(rest) or _ONE_COUNT.match(rest)
    if not match:
        return listed_counts(trigger, triggers)
    return number(match[1]) or None


def listed_counts(trigger: Span, triggers: Sequence[Span]) -> int | None:
    """ "convicted on counts 2 to 4", "On counts 5 and 7 the jury acquitted him", "Count 1 was dropped"."""
    doc, sentence = trigger.doc, trigger[0].sent
    behind = _BEHIND_COUNTS.match(doc[trigger.end : sentence.end].text)
    opens = _COUNTS.match(doc[sentence.start : trigger.start].text)
    if opens and any(sentence.start <= t.start < trigger.start and not rule_of(t).has("noun") for t in triggers):
        opens = None
    match = behind or opens
    return how_many_listed(match["listed"]) if match else None


def prejudice(trigger: Span) -> str | None:
    """With or without which a charge was dismissed, if the text says so."""
    if rule_of(trigger).get("outcome") != "dismissed":
        return None
    match = re.search(r"\b(with|without) prejudice\b", trigger[0].sent.text, re.I)
    return match[1].lower() if match else None


def target_of(trigger: Span) -> Token | None:
    """The charge that is dropped, the conviction that is quashed."""
    lists = lists_of(trigger.doc)
    wanted = lists["conviction_nouns" if rule_of(trigger).get("outcome") == "overturned" else "charge_nouns"]
    about = _undergoing(predicate(trigger))
    near = (about, *about.children) if about is not None else ()
    found = next((token for token in near if token.lower_ in wanted), None) or _had_before(trigger, wanted)
    if found is not None:
        return found
    if about is not None and about.lower_ in STANDING_FOR:
        before = sentence_before(trigger[0].sent)
        return next((token for token in before or () if token.lower_ in wanted), None)
    if about is None or about.pos_ in ("VERB", "ADP"):
        behind = trigger.doc[trigger.end : min(trigger.end + 9, trigger[0].sent.end)]
        return next((token for token in behind if token.lower_ in wanted), None)
    return None


def are_some_charges(noun: Token) -> bool:
    """ "Charges that were filed over the brawl were later dropped": whose they were is not told."""
    filing = lists_of(noun.doc)["filing"]
    if noun.lower_ != "charges" or not _OWNING.isdisjoint(child.dep_ for child in noun.lefts):
        return False
    clauses = [child for child in noun.rights if child.dep_ in ("acl", "relcl") and child.lower_ in filing]
    return bool(clauses) and all(word.lower_ != "against" for clause in clauses for word in clause.subtree)


def _undergoing(head: Token) -> Token | None:
    """What the verb happens to; of "all of the charges" the charges."""
    about = patient(head) if head.pos_ in ("VERB", "AUX") else None
    if about is None and head.pos_ == "VERB":
        about = direct_object(head) or subject(head)
    if about is None or about.lower_ not in ("both", "all", "some", "most", "one", "two", "three"):
        return about
    of = next((child for child in about.children if child.lower_ == "of"), None)
    return next((child for child in of.children if child.dep_ == "pobj"), about) if of is not None else about


def _had_before(trigger: Span, wanted: Collection[str]) -> Token | None:
    """ "had his conviction for arson quashed": the noun before the verb, whatever the parse hangs it on."""
    doc = trigger.doc
    for token in reversed(doc[max(trigger.start - 7, trigger[0].sent.start) : trigger.start]):
        if token.lower_ in wanted:
            return token if doc[max(token.left_edge.i - 1, 0)].lower_ in HAVING else None
        if token.pos_ in ("VERB", "AUX", "PUNCT"):
            return None
    return None
