"""What the tests share: one loaded pipeline, the sample articles, and no way to the network."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from casefacts.extractor import Extractor
from chromium import Browser

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """Loaded once, for it takes a second."""
    return Extractor()


@pytest.fixture(scope="session")
def unfocused(extractor: Extractor) -> Extractor:
    """The same without the gate: everything is parsed."""
    return Extractor(nlp=extractor.nlp, focused=False)


@pytest.fixture
def articles() -> Path:
    """The folder of the sample articles."""
    return ROOT / "articles"


@pytest.fixture(scope="module")
def inputs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the module calls TEXTS, by name."""
    folder = tmp_path_factory.mktemp("inputs")
    for name, text in request.module.TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for a connection fails the test."""

    def refuse(*address: Any) -> NoReturn:
        raise AssertionError(f"a test reached for the network: {address[1:]}")

    connect: Callable[..., NoReturn] = refuse
    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", connect)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    chromium.events.clear()
    chromium.call("Emulation.setDeviceMetricsOverride", width=1200, height=900, deviceScaleFactor=1, mobile=False)
    return chromium
