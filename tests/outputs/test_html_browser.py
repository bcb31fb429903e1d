"""The HTML page in headless Chromium: it opens, sorts and filters, and a hostile post stays text."""

import shutil

import pytest

from advocacy_lint import outputs
from advocacy_lint.model import Look, PostReport, Tally

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="Chromium and its driver are not installed")
HOSTILE = "<script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\"><svg onload=\"document.title='hacked'\">"


def report(path, score, text, author):
    return PostReport(path, None, "da", score, "E" if score < 50 else "A", {}, (), (), (), 5, "da", None, text, meta={"author": author})


def page(**run):
    tally = Tally()
    renderer = outputs.create("html", Look(locale="da", **run))
    text = renderer.begin()
    for each in (report("b.md", 90, "Kl. 5.40", "Bo"), report("a.md", 10, HOSTILE, "<b>Ane</b>"), report("c.md", 40, "Tredje", "Carl")):
        tally.summary.add(each)
        text += renderer.post(each)
    return text + renderer.end(tally)


@pytest.fixture(scope="module")
def driver():
    webdriver = pytest.importorskip("selenium.webdriver")
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--window-size=1280,900"):
        options.add_argument(argument)
    driver = webdriver.Chrome(service=Service(DRIVER), options=options)
    yield driver
    driver.quit()


@pytest.fixture
def browser(driver, tmp_path):
    path = tmp_path / "report.html"
    path.write_text(page(), encoding="utf-8")
    driver.get(path.as_uri())
    return driver


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

    button = browser.find_element("css selector", "#posts th button")
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


def test_without_scores_it_sorts_and_filters_and_has_no_numbers(browser, tmp_path):
    path = tmp_path / "without.html"
    path.write_text(page(with_score=False), encoding="utf-8")
    browser.get(path.as_uri())
    assert [each.text for each in browser.find_elements("css selector", "#posts th")] == [
        "Opslag",
        "Forfatter",
        "Fund",
        "Det vigtigste råd",
    ]
    assert browser.find_elements("id", "rework") == []
    assert browser.find_elements("css selector", ".grade, svg") == []
    browser.find_element("css selector", "#posts th button").click()
    browser.find_element("id", "filter").send_keys("b")
    names = [
        row.find_element("css selector", "td").text
        for row in browser.find_elements("css selector", "#posts tbody tr")
        if row.is_displayed()
    ]
    assert names == ["a.md", "b.md"]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_is_as_wide_as_the_screen(browser, width):
    metrics = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    widths = browser.execute_script("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert widths[0] == widths[1]


def test_the_page_asks_for_nothing_and_logs_nothing(browser):
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert browser.get_log("browser") == []
    refused = "return fetch('https://example.com').then(() => 'sent', () => 'refused')"
    assert browser.execute_async_script(f"const done = arguments[0]; (() => {{ {refused} }})().then(done)") == "refused"


def test_everything_to_use_is_reached_by_keyboard_and_has_a_name(browser):
    from selenium.webdriver.common.keys import Keys

    browser.execute_script("document.activeElement.blur()")
    names = []
    for _ in range(12):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        names.append(browser.switch_to.active_element.accessible_name.strip())
    assert names[:10] == [
        "Gå til opslagene",
        "Find",
        "kun dem under 50",
        "Alle opslag",
        "Score",
        "Opslag",
        "Forfatter",
        "Fund",
        "Det vigtigste råd",
        "a.md",
    ]
