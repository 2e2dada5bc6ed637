"""What words say that two events are of two matters: another county or court, a term served, a trial to come."""

from __future__ import annotations

import re

from casefacts.clause import predicate
from casefacts.fact import Fact, same_offense, words_of_offense
from casefacts.forms import text_of
from casefacts.marks import mention_of

# "is serving six years after pleading guilty to theft", "was on parole for a conviction of": judged before
_SERVED = re.compile(r"\b(?:serving|served|on parole|on probation)\b.*\b(?:after|following|for)\b[^,;]*$", re.I | re.S)
# "He is also awaiting trial for arson": what is told beside it is judged
_STILL_TO_COME = re.compile(r"\b(?:also|still|separately)\b[^.;]*\btrial\b", re.I)
# "He faces another charge": beside a penalty, of something that came to court later
_ONE_MORE = re.compile(r"\b(?:another|further|additional|new|fresh) (?:[\w-]+ ){0,3}(?:charges?|counts?)\b", re.I)
# "was arrested in April on a charge of assault. That case is still pending": while another is told of
_PENDING = re.compile(r"\b(?:that|this) (?:case|matter)\b[^.;]{0,40}\b(?:still|remains) pending\b", re.I)
_ALREADY_SERVING = re.compile(r"\balready (?:serving|in (?:prison|jail))\b", re.I)
# "While serving that term he was given two more years", "at the time of the attack he was charged with theft"
_MEANWHILE = re.compile(r"\bwhile (?:already )?(?:serving|in (?:prison|jail))\b", re.I)
_AT_THE_TIME = re.compile(r"\bat the time of (?:the|his|her|their) (?!arrest|arraign|charg|indict|trial|plea)\w+", re.I)
_CUSTODY = {"prison", "jail", "life", "death"}
_SOON = 700  # characters within which that is said
# "He will be sentenced in May", of somebody whose sentence is not known
_TO_BE_SENTENCED = re.compile(
    r"\b(?:will|is to|is due to|is scheduled to) be sentenced\b"
    r"|\bsentencing (?:is |was |has been )?(?:set|scheduled)\b"
    r"|\b(?:set|scheduled) sentencing\b|\b(?:awaits|awaiting) sentenc|\bwhen (?:he|she) is sentenced\b",
    re.I,
)
_COUNTY = re.compile(
    r"\b[Ii]n (?:the )?((?:[A-Z][\w.]+ ){1,3}(?:County|Parish)\b)(?! (?:[Jj]ail|[Pp]rison|[Dd]etention|[Ss]heriff))"
)
_ON_APPEAL = re.compile(r"\bappeals?\b|\b(?:Supreme|High)\b", re.I)


def akin(one: Fact, other: Fact) -> bool:
    """Whether two events name one offense, or one kind of crime."""
    if one.offense is None or other.offense is None:
        return False
    codes = one.offense_code, other.offense_code
    return same_offense(one.offense, other.offense) or (codes[0] is not None and codes[0] == codes[1])


def is_killing(event: Fact) -> bool:
    """ "admitted killing 15 men", said of what was charged as murder."""
    return "kill" in words_of_offense(event.offense or "") and event.offense_code is None


def are_apart(one: Fact, other: Fact) -> bool:
    """Whether the words of either send it to another matter."""
    if one.type == other.type and len({_county(one), _county(other)} - {None}) > 1:
        return True
    pairs = (one, other), (other, one)
    sent = [*_SENDING, *(() if akin(one, other) else _UNLIKE), *(_PARTING if _are_of_two_crimes(one, other) else ())]
    return any(parts(*pair) for parts in sent for pair in pairs)


def _are_of_two_crimes(one: Fact, other: Fact) -> bool:
    """Whether both name what they are for, and it cannot be the same."""
    named = one.offense is not None and other.offense is not None
    return named and not (akin(one, other) or is_killing(one) or is_killing(other))


def _county(event: Fact) -> str | None:
    """The one county in which it happened by its sentence."""
    told = set(_COUNTY.findall(event.trigger[0].sent.text))
    return next(iter(told)) if len(told) == 1 else None


def _is_one_more(charge: Fact, penalty: Fact) -> bool:
    """ "was jailed for six years. She faces a further charge"."""
    if (charge.type, penalty.type) != ("charge", "sentence") or penalty.get("status") != "imposed":
        return False
    sentence = charge.trigger[0].sent
    return _ONE_MORE.search(sentence.doc[sentence.start : charge.trigger.end].text) is not None


def _are_of_two_courts(one: Fact, other: Fact) -> bool:
    """Whether two events of one kind are told of two courts, none of which heard an appeal, and not of one day."""
    alike = one.type == other.type and one.get("outcome") == other.get("outcome") and one.date != other.date
    courts = {one.court, other.court} - {None}
    return alike and len(courts) > 1 and not any(_ON_APPEAL.search(str(court)) for court in courts)


def _is_still_to_come(charge: Fact, judged: Fact) -> bool:
    """ "pleaded guilty to theft. He is also awaiting trial for arson"."""
    done = judged.get("outcome") == "convicted" or judged.get("status") == "imposed"
    return charge.sense == "trial" and done and _STILL_TO_COME.search(charge.trigger[0].sent.text) is not None


def is_still_pending(event: Fact) -> bool:
    """ "was arrested on a charge of assault. ... That case is still pending"."""
    end = event.trigger.end_char
    return event.type == "charge" and _PENDING.search(text_of(event.trigger.doc)[end : end + _SOON]) is not None


def _is_pending(charge: Fact, other: Fact) -> bool:
    """Whether a charge is told in passing, and is not that of which the article brings news."""
    return is_still_pending(charge)


def _is_served(term: Fact, other: Fact) -> bool:
    """ "Roe, who is serving six years for theft", "was on parole for", of whom the text tells something else."""
    return term.sense == "served"


def _is_judged_before(verdict: Fact, other: Fact) -> bool:
    """ "is serving six years after pleading guilty to theft": told of something else in another sentence."""
    sentence = verdict.trigger[0].sent
    apart = sentence.start != other.trigger[0].sent.start
    before = sentence.doc[sentence.start : verdict.trigger.start].text
    return verdict.type == "verdict" and apart and _SERVED.search(f"{before} ") is not None


def _had_been_given(old: Fact, new: Fact) -> bool:
    """ "was found guilty of theft. He had been jailed for arson", "is jailed. He had been convicted in 2021"."""
    had = any(child.lower_ == "had" for child in old.trigger.root.children) and not _is_for_the_known(old)
    dated = old.date is not None and new.date is not None and old.date.year < new.date.year
    return had and (old.type == "sentence" != new.type or (old.type == "verdict" and new.type == "sentence" and dated))


def _is_for_the_known(event: Fact) -> bool:
    """ "had received three years for the assault", of which was told before."""
    start = event.place("offense")[0]
    return text_of(event.trigger.doc)[:start].rstrip().endswith(" the")


def _is_yet_to_be_punished(possible: Fact, imposed: Fact) -> bool:
    """ "faces 25 years to life in prison", of whom the text tells a term that was imposed: for something else."""
    to_come = possible.get("status") in ("possible", "expected") and predicate(possible.trigger).tag_ in ("VBZ", "VBP")
    apart = possible.trigger[0].sent.start < imposed.trigger[0].sent.start
    custody = {possible.get("kind"), imposed.get("kind")} <= _CUSTODY
    terms = custody and possible.get("duration") != (imposed.get("duration") or "")
    return to_come and apart and terms and imposed.get("status") == "imposed" and imposed.date is None


def _is_served_already(term: Fact, other: Fact) -> bool:
    """ "Roe, already serving six years, was charged with murder", "prosecutors want him to die in prison"."""
    to_come = other.type == "charge" or other.get("status") in ("possible", "expected", "sought")
    before = term.trigger.doc[term.trigger[0].sent.start : term.trigger.end].text
    return to_come and term.get("status") == "imposed" and _ALREADY_SERVING.search(before) is not None


def _is_got_meanwhile(new: Fact, old: Fact) -> bool:
    """ "was jailed for six years. While serving that term she was given two more for theft"."""
    judged = old.get("status") == "imposed" or old.get("outcome") == "convicted"
    return judged and old.start < new.start and _opens_with(_MEANWHILE, new, old)


def _was_charged_then(charge: Fact, other: Fact) -> bool:
    """ "was convicted of assault. At the time of the attack she was charged with theft"."""
    return charge.type == "charge" and _opens_with(_AT_THE_TIME, charge, other)


def _opens_with(words: re.Pattern[str], event: Fact, other: Fact) -> bool:
    """Whether the words stand before the event in its sentence, which does not tell of the other one."""
    sentence = event.trigger[0].sent
    apart = sentence.start != other.trigger[0].sent.start
    return apart and words.search(sentence.doc[sentence.start : event.trigger.start].text) is not None


def _is_yet_unpunished(verdict: Fact, imposed: Fact) -> bool:
    """ "was convicted of murder. He will be sentenced in May", who once "was jailed for that theft"."""
    done = verdict.get("outcome") == "convicted" and imposed.get("status") == "imposed" and imposed.date is None
    apart = verdict.trigger[0].sent.start != imposed.trigger[0].sent.start
    return done and apart and _is_to_be_sentenced(verdict)


def _is_to_be_sentenced(verdict: Fact) -> bool:
    """Whether the text says so soon behind, before it names anybody else."""
    doc, end = verdict.trigger.doc, verdict.trigger.end_char
    to_come = _TO_BE_SENTENCED.search(text_of(doc)[end : end + _SOON])
    if to_come is None:
        return False
    told = (span for span in doc.spans["people"] if end <= span.start_char < end + to_come.start())
    named = [person for span in told if (person := mention_of(span).person)]
    return all(person is verdict.person for person in named)


# What parts two events whatever they are for, those that are not for one thing, and those that are for two
_SENDING = (_is_one_more, _is_served_already, _is_got_meanwhile, _was_charged_then)
_UNLIKE = (_is_yet_to_be_punished, _is_yet_unpunished)
_PARTING = (_are_of_two_courts, _is_still_to_come, _is_pending, _is_served, _is_judged_before, _had_been_given)
