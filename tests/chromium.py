"""Headless Chromium for the tests of the pages, and what a page is made of."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

HOSTILE = "<script>document.title = 'hacked'</script></script><img src=x onerror=alert(1)> \"Ana\" & 'Leo' javascript:1"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()


class _Outline(HTMLParser):
    """Tags with their classes, and the text of the page outside style and script."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def outline(html: str) -> _Outline:
    parser = _Outline()
    parser.feed(html)
    return parser


def embedded(html: str) -> dict[str, Any]:
    """What the page's JSON elements hold, by id."""
    found = re.findall(r'<script type="application/json" id="([\w-]+)">(.*?)</script>', html, re.S)
    return {name: json.loads(content) for name, content in found}


needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to open the page in")
PATIENCE = 30  # seconds
_CODES = {"Enter": 13, "Escape": 27, "Tab": 9, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
# Chromium speaks on the descriptors 3 and 4, which are taken in this process
LAUNCH = """
import fcntl, os, sys
ours = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
for end, number in zip(ours, (3, 4)):
    os.dup2(end, number)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Browser:
    """Chromium with one tab, driven by its DevTools protocol over a pair of pipes: no port, no driver to install."""

    def __init__(self, profile: Path) -> None:
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        command = [str(CHROMIUM), *FLAGS, "--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, str(theirs_in), str(theirs_out), *command],
            pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        self._read = b""
        self._sent = 0
        self._session: dict[str, str] = {}
        self.events: list[dict[str, Any]] = []
        (tab,) = (target for target in self.call("Target.getTargets")["targetInfos"] if target["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=tab["targetId"], flatten=True)
        self._session = {"sessionId": attached["sessionId"]}
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """What the browser answers; what it tells meanwhile is noted in `events`."""
        self._sent += 1
        message = {"id": self._sent, "method": method, "params": params} | self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while (answer := self._message()).get("id") != self._sent:
            self.events.append(answer)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._read:
            assert select.select([self._in], [], [], PATIENCE)[0], "Chromium says nothing"
            piece = os.read(self._in, 1 << 20)
            assert piece, "Chromium has gone"
            self._read += piece
        message, self._read = self._read.split(b"\0", 1)
        found: dict[str, Any] = json.loads(message)
        return found

    def see(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def until(self, expression: str) -> None:
        """Wait for an expression to become true."""
        end = time.monotonic() + PATIENCE
        while not self.see(expression):
            assert time.monotonic() < end, f"never true: {expression}"
            time.sleep(0.02)

    def open(self, file: Path, place: str = "") -> None:
        """Load a page afresh."""
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=file.as_uri() + place)
        self.until("document.readyState === 'complete' && document.documentElement.dataset.ready === 'yes'")

    def texts(self, selector: str) -> list[str]:
        found: list[str] = self.see(f"[...document.querySelectorAll({json.dumps(selector)})].map((e) => e.textContent)")
        return found

    def click(self, selector: str) -> None:
        self.see(f"document.querySelector({json.dumps(selector)}).click()")

    def press(self, *keys: str) -> None:
        """One key after the other; "Shift+ArrowRight" with the modifier."""
        for name in keys:
            key = name.removeprefix("Shift+")
            text = {"Enter": "\r", "Tab": ""}.get(key, key if len(key) == 1 else "")
            for kind in ("keyDown", "keyUp"):
                self.call(
                    "Input.dispatchKeyEvent", type=kind, key=key, code=key, modifiers=8 if key != name else 0,
                    windowsVirtualKeyCode=_CODES.get(key, 0), text=text if kind == "keyDown" else "",
                )  # fmt: skip

    def type(self, words: str) -> None:
        """Words in place of what the field with the focus says."""
        self.see("document.activeElement.select()")
        self.call("Input.insertText", text=words)

    def complaints(self) -> list[dict[str, Any]]:
        """Whatever the page wrote to the console, by itself or by its errors."""
        kinds = {
            "Runtime.exceptionThrown",
            "Runtime.consoleAPICalled",
            "Log.entryAdded",
            "Page.javascriptDialogOpening",
        }
        return [event for event in self.events if event.get("method") in kinds]

    def asked(self) -> set[str]:
        """What the page loaded."""
        asked = (event["params"] for event in self.events if event.get("method") == "Network.requestWillBeSent")
        return {params["request"]["url"].partition("#")[0] for params in asked}

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)
        os.close(self._in)
        os.close(self._out)
