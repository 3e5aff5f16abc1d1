"""The page of ``export --format html`` in a real browser, as a person uses it."""

from __future__ import annotations

import fcntl
import json
import os
import select
import shutil
import signal
import time
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import opened

from kzfacts.render.export import exported

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kzfacts.facts.base import Base

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")

PATIENCE = 30
"""Seconds for an answer of the browser."""

PHONE = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}


class Browser:
    """A headless Chromium, spoken to through the pipe of its DevTools; *said* holds what went wrong in its pages."""

    def __init__(self, program: str, profile: Path) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []
        self._number = 0
        self._rest = b""
        (theirs_in, self._out), (self._in, theirs_out) = _pipe(), _pipe()
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe", f"--user-data-dir={profile}")
        redirects = [
            (os.POSIX_SPAWN_DUP2, theirs_in, 3),
            (os.POSIX_SPAWN_DUP2, theirs_out, 4),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        self._process = os.posix_spawn(program, [program, *flags, "about:blank"], os.environ, file_actions=redirects)
        os.close(theirs_in)
        os.close(theirs_out)
        self._session = None
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> Any:
        """The result of a DevTools *method*."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self._note(answer)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._in], [], [], PATIENCE)
            assert ready, "the browser does not answer"
            some = os.read(self._in, 1 << 16)
            assert some, "the browser has gone away"
            self._rest += some
        one, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(one)
        return answer

    def _note(self, event: dict[str, Any]) -> None:
        if event.get("method") == "Network.requestWillBeSent":
            self.asked.append(event["params"]["request"]["url"])
        if event.get("method") in {"Runtime.exceptionThrown", "Log.entryAdded", "Page.javascriptDialogOpening"}:
            self.said.append(json.dumps(event["params"]))

    def open(self, path: Path, *, wide: bool = True) -> None:
        """Load the page at *path* on a wide screen or on a phone."""
        self.asked.clear()
        self.said.clear()
        screen = {**PHONE, "width": 1200, "mobile": False} if wide else PHONE
        self.send("Emulation.setDeviceMetricsOverride", **screen)
        self.send("Emulation.setTouchEmulationEnabled", enabled=not wide)
        self.send("Page.navigate", url="about:blank")
        self.send("Page.navigate", url=path.as_uri())
        self.until("document.readyState === 'complete' && location.protocol === 'file:'")

    def run(self, script: str) -> Any:
        """The value of *script* in the page, decoded from JSON."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True, userGesture=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def until(self, script: str) -> None:
        """Wait until *script* is true in the page."""
        end = time.monotonic() + PATIENCE
        while not self.run(script):
            assert time.monotonic() < end, f"never true: {script}"
            time.sleep(0.02)

    def point(self, selector: str, kind: str = "mouseMoved") -> None:
        """Move the mouse to the first element of *selector*, or touch it."""
        self.run(f"document.querySelector({selector!r}).scrollIntoView({{block: 'center'}})")
        x, y = self.run(f"(r => [r.x + r.width / 2, r.y + r.height / 2])(document.querySelector({selector!r}).getBoundingClientRect())")
        if kind == "touch":
            self.send("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
            self.send("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
        else:
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y)

    def key(self, name: str) -> None:
        """Press the key *name*."""
        for kind in ("rawKeyDown", "keyUp"):
            code = {"Tab": 9, "Escape": 27}[name]
            self.send("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code)

    def shot(self, path: Path) -> None:
        """A picture of the screen, for whoever wants to look."""
        from base64 import b64decode

        path.write_bytes(b64decode(self.send("Page.captureScreenshot")["data"]))

    def close(self) -> None:
        """End the process and its children."""
        os.close(self._out)
        os.close(self._in)
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)


def _pipe() -> tuple[int, int]:
    """A pipe whose ends lie above 9, so that neither is in the way of the two that the browser expects."""
    ends = os.pipe()
    above = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends)
    for end in ends:
        os.close(end)
    return above[0], above[1]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser for all tests of this file; skipped where none is installed."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if not program:
        pytest.skip("no chromium is installed")
    running = Browser(program, tmp_path_factory.mktemp("profile"))
    yield running
    running.close()
