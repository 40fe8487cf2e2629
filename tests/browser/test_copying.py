"""Copy buttons put exactly the script's words on the clipboard."""

from groupplan.model.plan import Plan
from tests.browser.chromium import tell
from tests.browser.page import Page

CLOSED = """if (navigator.clipboard) Object.defineProperty(navigator.clipboard, "writeText",
  {value: () => Promise.reject(new Error("closed"))})"""


def allowed(page: Page) -> Page:
    tell(
        page.browser,
        "Browser.grantPermissions",
        permissions=["clipboardReadWrite", "clipboardSanitizedWrite"],
    )
    return page


def said(page: Page, what: str) -> str:
    page.click(what)
    page.until("return document.querySelector('.status').textContent")
    return page.clipboard()


def test_a_button_copies_the_words_of_its_script(page: Page, camp: Plan) -> None:
    allowed(page).open()
    texts = page.texts("#scripts figure.words pre")
    number = next(n for n, text in enumerate(texts) if text.count("\n") > 3)
    figure = "document.querySelectorAll('#scripts figure.words')[arguments[0]]"
    page.run(f"{figure}.querySelector('.copy').click()", number)
    page.until(f"return {figure}.querySelector('.copy').textContent === '已复制'", number)
    copied = page.clipboard()
    assert copied == texts[number]
    assert copied in {message.text for message in camp.worded.messages.values()}


def test_today_copies_the_words_of_that_very_day(page: Page, camp: Plan) -> None:
    ones = [one for one in camp.schedule.occurrences if (one.task, one.number) in camp.worded.messages]
    for day in ("2027-03-04", "2027-03-12"):
        allowed(page).open(f"#day={day}")
        mine = sorted((one for one in ones if str(one.day) == day), key=lambda one: one.at is None)
        wanted = [camp.worded.messages[one.task, one.number].text for one in mine]
        shown = page.run(
            "return [...document.querySelectorAll('#today > .posts pre')].map(e => e.textContent)"
        )
        assert shown == wanted
        assert said(page, "#today > .posts .copy") == wanted[0]


def test_where_pages_may_not_write_to_the_clipboard_the_old_way_copies(page: Page) -> None:
    with allowed(page).beforehand(CLOSED):
        page.open("#day=2027-03-04")
        assert said(page, "#today > .posts .copy") == page.text("#today > .posts pre")
        assert page.text(".status").startswith("已复制")


def test_where_nothing_copies_the_words_are_selected_and_it_says_so(page: Page) -> None:
    with allowed(page).beforehand(CLOSED + "\ndocument.execCommand = () => false"):
        page.open()
        page.click("figure.words .copy")
        assert "Ctrl+C" in page.until("return document.querySelector('.status').textContent")
        assert page.run("return String(getSelection())").strip() == page.text("figure.words pre")
