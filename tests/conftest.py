"""What the tests share: one loaded pipeline, the sample articles, and no way to the network."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from casefacts.extractor import Extractor

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """Loaded once, for it takes a second."""
    return Extractor()


@pytest.fixture
def articles() -> Path:
    """The folder of the sample articles."""
    return ROOT / "articles"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for a connection fails the test."""

    def refuse(*address: Any) -> NoReturn:
        raise AssertionError(f"a test reached for the network: {address[1:]}")

    connect: Callable[..., NoReturn] = refuse
    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", connect)
