"""The page in headless Chromium, where it is installed."""

import shutil
import threading

import pytest
from pack import project

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
playwright = pytest.importorskip("playwright.sync_api")
if CHROMIUM is None:
    pytest.skip("Chromium is not installed", allow_module_level=True)

from advocacy_lint.servers.web.desk import Desk  # noqa: E402
from advocacy_lint.servers.web.file import DraftFile  # noqa: E402
from advocacy_lint.servers.web.server import PageServer  # noqa: E402

TEXT = "😀 Endnu et rekordår, og Lene bar pumpen ud kl. 5.40."
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser, tmp_path):
    """A page for a project whose only rule marks a word; what it says in the console, or tries to reach elsewhere, fails the test."""
    project(tmp_path)
    (tmp_path / "opslag.md").write_text("Endnu et rekordår.\n", encoding="utf-8")
    server = PageServer(Desk(str(tmp_path / "opslag.md")), DraftFile(str(tmp_path / "opslag.md")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(locale="da-DK", permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    said, reached = [], []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: reached.append(request.url))
    opened.goto(server.url)
    opened.wait_for_selector(".card")
    opened.said = said
    yield opened
    assert said == []
    assert {url.startswith((server.url, "data:")) for url in reached} == {True}
    context.close()
    server.shutdown()
    server.server_close()


def write(page, text):
    page.fill("#text", text)
    page.wait_for_function("text => state.text === text && state.linted !== null", arg=text)


def marks(page):
    return page.eval_on_selector_all("#marks mark.error", "marks => marks.map(mark => mark.textContent)")


def test_words_are_marked_and_a_rewrite_is_applied_and_undone(page):
    write(page, TEXT)
    assert marks(page) == ["rekordår"]
    page.click("button.rewrite")
    assert page.input_value("#text") == TEXT.replace("rekordår", "godt år")
    page.wait_for_function("() => state.linted.findings.length === 0")
    assert marks(page) == []
    page.focus("#text")
    page.keyboard.press("Control+z")
    assert page.input_value("#text") == TEXT


DRIFT = """() => {
  const marks = document.getElementById("marks"), plain = marks.cloneNode(false), found = [];
  plain.textContent = state.text;
  marks.after(plain);
  let at = 0;
  for (const mark of marks.querySelectorAll("mark")) {
    at = state.text.indexOf(mark.textContent, at);
    const words = document.createRange();
    words.setStart(plain.firstChild, at);
    words.setEnd(plain.firstChild, at += mark.textContent.length);
    const [here, there] = [mark.getBoundingClientRect(), words.getBoundingClientRect()];
    found.push([Math.round(here.left - there.left), Math.round(here.top - there.top)]);
  }
  plain.remove();
  return found;
}"""


def test_marks_stand_behind_their_words_at_every_width(page):
    """Text in pieces must be as wide as text in one piece, as it is in the field, or its lines break elsewhere."""
    words = "Jeg ved ikke hvorfor, men det blev et rekordår. Av, også et rekordår, sagde Bent. Hvad skal vi dog med et rekordår: Ty? "
    write(page, "".join(words[:cut].title() + words[cut:] for cut in range(3, 60, 3)))
    for width in range(320, 480, 3):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(DRIFT) == [[0, 0]] * 57, width


def test_a_drafts_markup_is_text(page):
    text = "Endnu et rekordår <img src=x onerror=\"document.title='pwned'\"> <script>document.title='pwned'</script> og Lene gik."
    write(page, text)
    page.click(".card .words")
    page.wait_for_timeout(200)
    assert page.title() == "advocacy-lint"
    assert page.locator("img, #marks script").count() == 0


def test_text_pasted_from_word_is_plain(page):
    page.fill("#text", "")
    page.evaluate("""() => {
        const data = new DataTransfer();
        data.setData('text/html', '<p class="MsoNormal"><b>Endnu et</b>&nbsp;rekordår</p>');
        data.setData('text/plain', 'Endnu et\\u00a0rekordår\\r\\n·\\tLene bar pumpen\\u000bud');
        text.focus();
        text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }""")
    assert page.input_value("#text") == "Endnu et rekordår\n• Lene bar pumpen\nud"


def test_a_finding_is_set_aside_with_a_reason_in_a_file(page):
    write(page, "Lene gik.\n\nEndnu et rekordår, og Lene bar pumpen ud.")
    page.click(".card .actions button:last-child")
    page.fill(".card form input", "det er et citat -->")
    page.click(".card form button")
    line = "<!-- advocacy-lint off-next-line: brag/test-word -- det er et citat – -->\n"
    assert page.input_value("#text") == f"Lene gik.\n\n{line}Endnu et rekordår, og Lene bar pumpen ud."
    page.wait_for_function("() => state.linted.findings.length === 0")


def test_saving_writes_the_file(page, tmp_path):
    write(page, TEXT)
    page.click("#save")
    page.wait_for_function("() => document.getElementById('said').textContent === 'Gemt.'")
    assert (tmp_path / "opslag.md").read_text(encoding="utf-8") == TEXT
    page.click("#copy")
    assert page.evaluate("navigator.clipboard.readText()") == TEXT


def test_answers_become_a_draft(page):
    write(page, TEXT)
    page.click("#tab-questions")
    page.fill("#answer-0", "Pumpen var rustet fast, og Bent hentede en længere nøgle i bilen.")
    page.click("#questions button.main")
    page.wait_for_selector("#coached .side")
    assert "Bent hentede en længere nøgle" in page.inner_text("#coached .side:nth-child(2)")


def test_a_tighter_draft_stands_beside_the_draft_and_can_be_taken(page):
    write(
        page,
        "Vi er stolte af at kunne fortælle, at vi den 14. marts åbnede lageret.\n\nDet var Mette fra pakkeriet, der så, at reolerne stod for tæt.",
    )
    page.click("#tab-shorter")
    page.wait_for_selector("table.parts")
    assert page.eval_on_selector_all("table.parts tbody tr", "rows => rows.map(row => row.className)") == ["kept", "kept"]
    page.click("#shorter button.main")
    assert page.input_value("#text").startswith("Vi er stolte af at kunne fortælle, at vi den 14. marts åbnede lageret.")


TOLD = "Vi er stolte af at kunne fortælle, at vi den 14. marts åbnede lageret.\n\nDet var Mette fra pakkeriet, der så, at reolerne stod for tæt."


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_both_versions_of_a_statement_have_the_same_room(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    write(page, TOLD)
    page.click("#tab-shorter")
    page.wait_for_selector("table.parts")
    rooms = page.eval_on_selector_all(
        "table.parts tbody tr:first-child td", "cells => cells.map(cell => cell.getBoundingClientRect().width)"
    )
    panel = page.eval_on_selector("#shorter", "panel => panel.getBoundingClientRect().width")
    assert abs(rooms[0] - rooms[1]) < 4
    assert rooms[1] > panel * 0.36


def test_a_tighter_draft_is_that_of_the_text_as_it_is_now(page):
    write(page, TOLD)
    page.click("#tab-shorter")
    page.wait_for_selector("table.parts")
    write(page, TOLD + "\n\nBent bar reolerne ud i regnen.")
    page.wait_for_function("() => document.getElementById('shorter').textContent.includes('Bent bar reolerne')")


def test_what_cannot_be_judged_is_said_so_in_the_language_of_the_page(page):
    page.click("#tab-shorter")
    few = "Skriv et par sætninger, så er der noget at bedømme."
    other = "Ingen score: sproget understøttes ikke: tysk."
    german = "Wir haben heute in Hamburg die Pumpe getauscht und Lena hat gelacht, weil es so nass war."
    for text, reason in (("Guten Tag", few), (german, other)):
        write(page, text)
        page.wait_for_function("reason => document.getElementById('shorter').textContent === reason", arg=reason)
        assert (page.inner_text("#score"), page.locator(".card").count()) == (reason, 0)
        assert "Intet at rette" not in page.text_content("#advice")
    page.fill("#text", "")
    page.wait_for_function("reason => document.getElementById('shorter').textContent === reason", arg=few)
    write(page, TEXT)
    for text, reason in (("ord " * 6000, "et udkast er højst på 20.000 tegn"), ("ord " * 60000, "Udkastet er for langt.")):
        page.fill("#text", text)
        page.wait_for_function("reason => document.getElementById('score').textContent === reason", arg=reason)
        assert (page.locator(".card").count(), marks(page)) == (0, [])
    write(page, TEXT)
    assert marks(page) == ["rekordår"]
    assert [each for each in page.said if "status of 4" not in each] == []
    page.said.clear()


def test_what_is_good_and_where_to_begin_read_as_sentences(page):
    write(page, "Ord.")
    assert page.inner_text("#counted") == "1 ord"
    page.evaluate("""() => {
      state.linted.strengths = [{ excerpt: "kl. 5.40", credit: 5, message: "«kl. 5.40»: nu er jeg der.", spans: [[0, 3]] }];
      state.linted.lead = { start: 0, end: 3, excerpt: "Lene sagde “nej”" };
      show();
    }""")
    assert page.inner_text(".card.strength p") == "«kl. 5.40»: nu er jeg der. +5"
    assert page.inner_text("#lead") == "Begynd her: «Lene sagde “nej”»"
    assert page.eval_on_selector("#lead button", "words => getComputedStyle(words).textAlign") == "left"
    page.click("#en")
    page.wait_for_function("() => document.getElementById('counted').textContent === '1 word'")


def test_who_sets_findings_aside_by_keyboard_goes_on_with_the_next(page):
    page.evaluate("state.file = null")
    write(page, TEXT)
    page.focus(".card .actions > button:last-child")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    focused = "document.activeElement.textContent"
    assert (page.locator(".card form").count(), page.evaluate(focused)) == (0, "Ikke her, fordi …")
    page.keyboard.press("Enter")
    page.keyboard.type("det er et citat")
    page.keyboard.press("Enter")
    assert page.inner_text("#advice details summary") == "Sat til side (1)"
    assert page.evaluate(focused) == "Råd"


def test_everything_can_be_reached_by_keyboard_in_either_language(page):
    write(page, TEXT)
    page.focus("#tab-advice")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-questions"
    assert page.is_visible("#questions")
    page.click("#en")
    page.wait_for_function("() => document.documentElement.lang === 'en' && state.linted !== null")
    assert page.inner_text("#tab-questions") == "Questions"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_axe_finds_nothing_serious(page, width, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    write(page, TEXT)
    for name in ("advice", "questions", "shorter"):
        page.click(f"#tab-{name}")
        found = axe.Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["target"]) for each in found if each["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
