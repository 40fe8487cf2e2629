"""Whatever stands in a brief or playbook, nothing of it runs, loads or becomes an element."""

from pathlib import Path

import pytest
from selenium import webdriver

from groupplan.model.plan import Plan
from groupplan.render import render
from tests.browser.chromium import log
from tests.browser.page import Page
from tests.render.hostile import everywhere, somewhere

TEXTS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "]]></style></title></script><svg onload=alert(1)>",
    "</template></script><script>alert(1)</script>",
    "javascript:alert(1)//https://example.org/x.png",
    '\\u003cscript>alert(1) =HYPERLINK("http://example.org")',
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} {count}",
    "__proto__",
    "$& $1 `' | @all +1 🦄",
)
HOOK = """window.ran = [];
for (const name of ["alert", "confirm", "prompt", "open", "print", "eval", "fetch"])
  window[name] = () => ran.push(name)"""
HANDLERS = """return [...document.querySelectorAll("*")]
  .filter(element => [...element.attributes].some(({name}) => name.startsWith("on"))).length"""
EVENTS = (
    *(
        "click",
        "mouseover",
        "mouseenter",
        "mousedown",
        "focus",
        "blur",
        "input",
        "change",
        "keydown",
        "toggle",
    ),
    *("load", "error", "animationstart", "pointerover", "copy", "paste", "drop", "scroll", "wheel", "submit"),
)
STIR = """const names = arguments[0];
for (const element of document.querySelectorAll("body *:not(.export, .import, a)"))
  for (const name of names) element.dispatchEvent(new Event(name, {bubbles: false, cancelable: true}));
return ran"""


@pytest.mark.parametrize("slots", ["of a brief", "of a playbook"])
def test_nothing_runs(quiet: webdriver.Chrome, tmp_path: Path, slots: str) -> None:
    plan = everywhere(*TEXTS) if slots == "of a brief" else somewhere(" ".join(TEXTS))
    shown = _page(quiet, tmp_path, plan)
    with shown.beforehand(HOOK):
        shown.open("#day=2027-03-01")
        assert shown.all("#today > .posts li")
        assert shown.run(STIR, EVENTS) == []
        assert shown.all("img, iframe, object, embed, link, base") == []
        assert len(shown.all("script")) == 2
        assert shown.run(HANDLERS) == 0


def test_words_that_turn_the_writing_round_are_shown_and_copied_as_signs(
    quiet: webdriver.Chrome, tmp_path: Path
) -> None:
    shown = _page(quiet, tmp_path, everywhere("left \u202e right")).open("#day=2027-03-01")
    said = shown.text("body")
    assert "left \\u202e right" in said and "\u202e" not in said


def test_a_script_that_is_put_in_afterwards_does_not_run(page: Page) -> None:
    page.open()
    page.run(
        "window.ran = []; const s = document.createElement('div');"
        's.innerHTML = \'<img src="x" onerror="ran.push(1)">\'; document.body.append(s);'
        "const t = document.createElement('script'); t.textContent = 'ran.push(2)'; document.body.append(t)"
    )
    assert page.run("return ran") == []
    refused = [entry["message"] for entry in log(page.browser, "browser")]
    assert refused and all("Content Security Policy" in message for message in refused)


def _page(browser: webdriver.Chrome, folder: Path, plan: Plan) -> Page:
    path = folder / "plan.html"
    path.write_text(render(plan, "html").body, encoding="utf-8", newline="\n")
    return Page(browser, path)
