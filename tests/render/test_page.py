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

from kzfacts.render.export import exported
from tests.conftest import opened
from tests.render.test_export import MARKUP, hostile

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


def put(path: Path, base: Base, language: str = "en") -> Path:
    """The page of *base*, saved at *path*."""
    path.write_bytes(exported(base, "html", language))
    return path


@pytest.fixture(scope="module")
def page(base: Base, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the bundled base."""
    return put(tmp_path_factory.mktemp("page") / "facts é.html", base)


SHOWN = "[...document.querySelectorAll('.fact')].filter(one => one.offsetParent).map(one => one.id.slice(5))"

EVENTS = "[...document.querySelectorAll('.event')].filter(one => one.offsetParent).map(one => one.dataset.fact)"

CARD = "document.querySelector('#card').checkVisibility() ? document.querySelector('#card > div').innerText : null"


def choose(browser: Browser, control: str, value: str) -> list[str]:
    """Set the *control* of the page to *value*; the facts that are shown then."""
    event = "input" if control == "search" else "change"
    field = f"document.querySelector('#{control}')"
    browser.run(f"{field}.value = {json.dumps(value)}; {field}.dispatchEvent(new Event('{event}', {{bubbles: true}}))")
    return list(browser.run(SHOWN))


def test_page_opens_without_network(browser: Browser, page: Path, base: Base) -> None:
    """All facts are shown, and the browser asks for nothing but the file and has nothing to complain of."""
    browser.open(page)
    assert browser.run(SHOWN) == [fact.id for section in base.sections for fact in base.facts() if fact.section == section]
    assert browser.run("document.querySelector('#count').textContent") == f"{base.size} of {base.size} facts"
    assert browser.asked == [page.as_uri()]
    assert browser.said == []


@pytest.mark.parametrize("partner", ["china", "ukraine"])
def test_filters_show_what_matches(browser: Browser, page: Path, base: Base, partner: str) -> None:
    """A partner and a topic together show exactly the facts of both, and the reset shows all again."""
    browser.open(page)
    facts = list(base.facts())
    assert set(choose(browser, "partner", partner)) == {fact.id for fact in facts if partner in fact.partners}
    topic = next(fact.topics[0] for fact in facts if partner in fact.partners)
    both = {fact.id for fact in facts if partner in fact.partners and topic in fact.topics}
    assert set(choose(browser, "topic", topic)) == both
    assert browser.run("document.querySelector('#count').textContent") == f"{len(both)} of {base.size} facts"
    browser.run("document.querySelector('#reset').click()")
    assert len(browser.run(SHOWN)) == base.size


def test_search_forgives_case_and_accents(browser: Browser, page: Path) -> None:
    """Words are found in any order and case, accents or not; where nothing matches, the page says so."""
    browser.open(page)
    found = choose(browser, "search", "tractors 2023")
    assert "tractors-thirtyfold-623300" in found
    assert choose(browser, "search", "2023  TRÀCTORS") == found
    assert choose(browser, "search", "xyzzy") == []
    assert browser.run("document.querySelector('#none').innerText") == "No fact matches."


def test_search_finds_facts_by_their_own_words(browser: Browser, page: Path, base: Base) -> None:
    """A fact is found by what it says and by what its footnotes cite, not by the facts that it names as related."""
    browser.open(page)
    said = {fact.id: f"{fact.id} {fact.answer} {fact.statement} {fact.caveat}".lower() for fact in base.facts()}
    assert set(choose(browser, "search", "tractor")) <= {name for name, words in said.items() if "tractor" in words}
    assert set(choose(browser, "search", "novastan")) >= {fact.id for fact in base.facts() if 49 in fact.footnotes}


def test_a_tag_filters(browser: Browser, page: Path, base: Base) -> None:
    """The tag of a partner on a fact shows the facts of that partner."""
    browser.open(page)
    browser.run("document.querySelector('.tags button[value=china]').click()")
    assert set(browser.run(SHOWN)) == {fact.id for fact in base.facts() if "china" in fact.partners}


def test_timeline_is_in_order_and_filtered(browser: Browser, page: Path, base: Base) -> None:
    """The timeline shows the dated facts in order; a year and a partner narrow it down."""
    dates = {fact.id: fact.date for fact in base.facts() if fact.date}
    browser.open(page)
    browser.run("document.querySelector('nav a[href=\"#timeline\"]').click()")
    browser.until("document.body.dataset.view === 'timeline'")
    shown = browser.run(EVENTS)
    assert set(shown) == set(dates)
    assert [dates[name].split("/")[0] for name in shown] == sorted(date.split("/")[0] for date in dates.values())
    assert browser.run("document.querySelector('#count').textContent") == f"{len(dates)} of {len(dates)} facts"
    browser.run("document.querySelector('#years button[value=\"2022\"]').click()")
    within = {name for name, date in dates.items() if date[:4] <= "2022" <= date.split("/")[-1][:4]}
    assert set(browser.run(EVENTS)) == within
    choose(browser, "partner", "russia")
    assert set(browser.run(EVENTS)) == within & {fact.id for fact in base.facts() if "russia" in fact.partners}


def test_an_event_leads_to_its_fact(browser: Browser, page: Path) -> None:
    """A link to a fact shows it, also where another view is open or a filter had hidden it; the way back works."""
    browser.open(page)
    browser.run("location.hash = '#timeline'")
    browser.until("document.body.dataset.view === 'timeline'")
    browser.run("document.querySelector('.event a').click()")
    browser.until("document.body.dataset.view === 'facts'")
    box = browser.run("document.querySelector('.fact:target').getBoundingClientRect().toJSON()")
    assert 0 <= box["top"] < 740
    browser.run("history.back()")
    browser.until("document.body.dataset.view === 'timeline'")
    choose(browser, "search", "xyzzy")
    browser.run("location.hash = '#fact-tractors-thirtyfold-623300'")
    browser.until("document.querySelector('#fact-tractors-thirtyfold-623300').checkVisibility()")


def test_a_footnote_shows_under_the_mouse(browser: Browser, page: Path) -> None:
    """The mouse on a mark shows the footnote beside it, stays while the mouse is on it, and ends with Escape."""
    browser.open(page)
    mark = "#fact-tractors-thirtyfold-623300 .ref"
    assert browser.run(CARD) is None
    browser.point(mark)
    browser.until(f"({CARD})?.startsWith('Note 61:')")
    box = browser.run("document.querySelector('#card').getBoundingClientRect().toJSON()")
    assert box["left"] >= 0
    assert box["right"] <= 1200
    assert box["top"] >= 0
    assert box["bottom"] <= 740
    browser.send("Input.dispatchMouseEvent", type="mouseMoved", x=box["left"] + 9, y=box["top"] + 9)
    time.sleep(0.4)
    assert browser.run(CARD)
    browser.key("Escape")
    assert browser.run(CARD) is None


def test_a_footnote_shows_for_the_keyboard(browser: Browser, page: Path) -> None:
    """The focus on a mark shows the footnote and ties it to the mark; the focus elsewhere hides it."""
    browser.open(page)
    browser.run("document.querySelector('#fact-tractors-thirtyfold-623300 h4 a').focus()")
    browser.key("Tab")
    browser.until(f"({CARD})?.startsWith('Note 61:')")
    assert browser.run("document.activeElement.getAttribute('aria-describedby')") == "card"
    browser.key("Tab")
    browser.until(f"({CARD}) === null")


def test_page_fits_a_phone(browser: Browser, page: Path) -> None:
    """On a phone nothing is wider than the screen, letters are big enough, and a touch shows a footnote at its foot."""
    browser.open(page, wide=False)
    for view in ("facts", "timeline", "notes"):
        browser.run(f"location.hash = '#{view}'")
        browser.until(f"document.body.dataset.view === '{view}'")
        assert browser.run("document.documentElement.scrollWidth") <= PHONE["width"]
    assert browser.run("parseFloat(getComputedStyle(document.querySelector('.fact p')).fontSize)") >= 16
    browser.run("location.hash = '#facts'")
    browser.until("document.body.dataset.view === 'facts'")
    browser.run("addEventListener('click', event => { window.touched = event.target.className }, true)")
    browser.point("#fact-tractors-thirtyfold-623300 .ref", "touch")
    browser.until(f"({CARD})?.startsWith('Note 61:')")
    time.sleep(0.4)  # the click that follows a touch has come by then, to the mark and not to what covers it
    assert browser.run("window.touched") == "ref"
    assert browser.run("location.hash") == "#facts"
    box = browser.run("document.querySelector('#card').getBoundingClientRect().toJSON()")
    assert (box["left"], box["right"], box["bottom"]) == (0, PHONE["width"], PHONE["height"])


def test_hostile_markup_does_nothing(browser: Browser, small: dict[str, Any], tmp_path: Path) -> None:
    """Markup in a base is shown as text: nothing runs, nothing loads, and the page works on."""
    base = opened(hostile(small))
    path = put(tmp_path / "hostile.html", base)
    browser.open(path)
    shown = MARKUP.replace("\u202e", "\N{REPLACEMENT CHARACTER}")
    assert shown in browser.run("document.body.innerText")
    assert len(choose(browser, "search", "onerror")) == base.size
    browser.point(".ref")
    browser.until(f"({CARD})?.includes('<img src=x')")
    assert browser.run("document.querySelectorAll('img, script').length") == 1
    assert browser.asked == [path.as_uri()]
    assert browser.said == []


def test_page_speaks_french(browser: Browser, base: Base, tmp_path: Path) -> None:
    """The French page is French in its controls and its facts."""
    browser.open(put(tmp_path / "fr.html", base, "fr"))
    assert browser.run("document.documentElement.lang") == "fr"
    assert browser.run("document.querySelector('#count').textContent") == f"{base.size} faits sur {base.size}"
    assert "tractors-thirtyfold-623300" in choose(browser, "search", "tracteurs")


def test_page_reads_without_its_script(browser: Browser, page: Path, base: Base) -> None:
    """Where no script runs, all facts, the timeline and the footnotes are there, and no control that does nothing."""
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(page)
        assert len(browser.run(SHOWN)) == base.size
        assert browser.run("document.querySelector('#note-61').checkVisibility()")
        assert not browser.run("document.querySelector('#filters').checkVisibility()")
    finally:
        browser.send("Emulation.setScriptExecutionDisabled", value=False)
