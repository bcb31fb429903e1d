"""The HTML page in headless Chromium: it opens, sorts and filters, and a hostile post stays text."""

import shutil

import pytest

from advocacy_lint import outputs
from advocacy_lint.model import PostReport, Run

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="Chromium and its driver are not installed")
HOSTILE = "<script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\"><svg onload=\"document.title='hacked'\">"


def report(path, score, text, author):
    return PostReport(path, None, "da", score, "E" if score < 50 else "A", {}, (), (), (), 5, "da", None, text, meta={"author": author})


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    webdriver = pytest.importorskip("selenium.webdriver")
    from selenium.webdriver.chrome.service import Service

    run = Run(locale="da")
    renderer = outputs.create("html", run)
    page = renderer.begin()
    for each in (report("b.md", 90, "Kl. 5.40", "Bo"), report("a.md", 10, HOSTILE, "<b>Ane</b>"), report("c.md", 40, "Tredje", "Carl")):
        run.summary.add(each)
        page += renderer.post(each)
    path = tmp_path_factory.mktemp("html") / "report.html"
    path.write_text(page + renderer.end(), encoding="utf-8")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--window-size=1280,900"):
        options.add_argument(argument)
    driver = webdriver.Chrome(service=Service(DRIVER), options=options)
    driver.get(path.as_uri())
    yield driver
    driver.quit()


def shown(browser):
    rows = browser.find_elements("css selector", "#posts tbody tr")
    return [row.find_elements("css selector", "td")[1].text for row in rows if row.is_displayed()]


def test_it_opens_with_the_worst_first_and_a_hostile_post_is_text(browser):
    assert shown(browser) == ["a.md", "c.md", "b.md"]
    assert browser.title == "advocacy-lint"
    assert HOSTILE in browser.find_element("css selector", "#post-2 .text").text
    assert browser.find_elements("css selector", ".text script, .text img, .text svg") == []


def test_it_sorts_by_keyboard(browser):
    from selenium.webdriver.common.keys import Keys

    button = browser.find_element("css selector", "button[data-sort=score]")
    button.send_keys(Keys.ENTER)
    assert shown(browser) == ["a.md", "c.md", "b.md"]
    button.send_keys(Keys.ENTER)
    assert shown(browser) == ["b.md", "c.md", "a.md"]
    assert button.find_element("xpath", "..").get_attribute("aria-sort") == "descending"


def test_it_filters(browser):
    from selenium.webdriver.common.keys import Keys

    field = browser.find_element("id", "filter")
    field.send_keys("carl")
    assert shown(browser) == ["c.md"]
    assert browser.find_element("id", "shown").text == "1 / 3"
    field.send_keys(Keys.BACKSPACE * 4)
    browser.find_element("id", "rework").click()
    assert sorted(shown(browser)) == ["a.md", "c.md"]
