"""Shards: a run in parts that know nothing of each other, and their outputs joined as if it had been one run."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from casefacts import database, results
from casefacts.database import FILE, INPUTS, Database
from casefacts.export import FORMATS, RESULTS_MANIFEST, ArticleRow, Format
from casefacts.inputs import Source
from casefacts.places import Place, is_address

SHARD = "shard"  # the setting of a run that tells which it is
_LISTED = 20  # shards that a message names


class ShardError(ValueError):
    """The outputs are not the shards of one run; the message is one line that says why and what to do."""


@dataclass(frozen=True)
class Shard:
    """The part `number`, from 1, of `of` parts; an article's name decides to which it belongs."""

    number: int
    of: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2/3"; raises ValueError."""
        number, _, of = text.partition("/")
        if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
            raise ValueError("write it as I/N, the I-th of N parts: 1/3, 2/3, 3/3")
        return cls(int(number), int(of))

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def has(self, name: str) -> bool:
        """Whether an article of this name belongs to the shard."""
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8]) % self.of == self.number - 1


@dataclass
class Inputs:
    """The inputs of a run as they pass: those of its shard with their places, and a digest of the names of all."""

    shard: Shard | None = None
    _positions: dict[str, int] = field(default_factory=dict)
    _names: Any = field(default_factory=hashlib.sha256)

    def has(self, name: str) -> bool:
        """Whether an input of this name is to be done."""
        return self.shard is None or self.shard.has(name)

    def own(self, sources: Iterable[Source]) -> Iterator[Source]:
        """The sources that are the shard's own; all without one."""
        if self.shard is None:
            yield from sources
            return
        for position, source in enumerate(sources, 1):
            self.note(source.name)
            if self.shard.has(source.name):
                self._positions[source.name] = position
                yield source

    def note(self, name: str) -> None:
        """Take an input's name into the digest."""
        self._names.update(name.encode("utf-8", "surrogatepass") + b"\0")

    def position(self, name: str) -> int | None:
        """The place of an input, to be asked for once; None without a shard: behind the one before."""
        return self._positions.pop(name, None)

    @property
    def digest(self) -> str | None:
        """Of all names, once all have passed; None without a shard."""
        return self._names.hexdigest() if self.shard else None


def merge(directories: Sequence[Path], out: Path, bom: bool = False, formats: Sequence[Format] = FORMATS) -> int:
    """Join the outputs of all shards of a run in the folder `out`: the same bytes as one run over the inputs writes.

    Gives the number of articles. Raises ShardError when they are not all the shards of one run, Damaged, InUse and
    OSError.
    """
    if out.resolve() in {directory.resolve() for directory in directories}:
        raise ShardError(f"{out} is a shard: name another folder with --out")
    settings = _settings_of_all(directories)
    articles = 0
    with Database(out) as state:
        state.begin(settings, fresh=True)
        for directory in directories:
            for position, row, records, text in _articles(directory):
                try:
                    state.add(row, records, text, position)
                except sqlite3.IntegrityError:
                    raise ShardError(f"{row.article} is there twice: rename one of the inputs of this name") from None
                articles += 1
        state.publish(bom, formats)
    return articles


def _settings_of_all(directories: Sequence[Path]) -> dict[str, str]:
    """What all shards were made with, when they are complete and alike. Raises ShardError."""
    known = [_settings(directory) for directory in directories]
    _check_complete(directories, [Shard.parse(settings.pop(SHARD)) for settings in known])
    first = known[0]
    for directory, settings in zip(directories, known, strict=True):
        if other := [name for name in {**first, **settings} if first.get(name) != settings.get(name)]:
            raise ShardError(
                f"{directories[0]} and {directory} differ in {', '.join(other)}: make one of them again like the other"
            )
    return {name: value for name, value in first.items() if name not in (INPUTS, "cluster")}


def _articles(directory: Path) -> Iterator[tuple[int, ArticleRow, list[dict[str, Any]], str | None]]:
    return results.articles(Place.of(directory)) if _of_cluster(directory) else database.share(directory)


def _of_cluster(directory: Path) -> bool:
    """Whether a cluster wrote here. Needs pyarrow for addresses only."""
    if is_address(directory):
        return True
    return (directory / RESULTS_MANIFEST).is_file()


def _settings(directory: Path) -> dict[str, str]:
    if _of_cluster(directory):
        return {SHARD: "1/1", "cluster": "yes"} | results.settings(Place.of(directory))
    if not (directory / FILE).is_file():
        raise ShardError(f"{directory} has no {FILE}: name folders that `casefacts extract --shard I/N` wrote")
    settings = database.settings(directory)
    if SHARD not in settings:
        raise ShardError(f"{directory} holds a whole run: name folders that `casefacts extract --shard I/N` wrote")
    if INPUTS not in settings:
        raise ShardError(f"shard {settings[SHARD]} in {directory} is not finished: give its command again")
    return settings


def _check_complete(directories: Sequence[Path], shards: Sequence[Shard]) -> None:
    """Raises ShardError, in one line, where shards are missing or doubled."""
    parts = shards[0].of
    held = list(zip(directories, shards, strict=True))
    if strange := [f"{directory} is {shard}" for directory, shard in held if shard.of != parts]:
        raise ShardError(f"not the shards of one run: {directories[0]} is {shards[0]}, {_listed(strange)}")
    folders: dict[int, list[Path]] = {number: [] for number in range(1, parts + 1)}
    for directory, shard in held:
        folders[shard.number].append(directory)
    if any(len(found) != 1 for found in folders.values()):
        raise ShardError(f"shards {_faults(folders)}: name each once, and make missing ones with --shard")


def _faults(folders: dict[int, list[Path]]) -> str:
    """Which shards are missing, which are doubled, and where."""
    parts = len(folders)
    missing = [f"{number}/{parts}" for number, found in folders.items() if not found]
    doubled = [f"{number}/{parts} ({' and '.join(map(str, found))})" for number, found in folders.items() if found[1:]]
    return "; ".join(
        f"{what}: {_listed(which)}" for what, which in (("missing", missing), ("doubled", doubled)) if which
    )


def _listed(found: list[str]) -> str:
    return ", ".join([*found[:_LISTED], *(["..."] if len(found) > _LISTED else [])])
