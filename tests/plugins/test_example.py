"""The plugin in examples/plugin: it keeps the contracts, and installed into an environment of its own it does what it says."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from advocacy_lint import outputs, testing
from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.model import Look, Post, Tally

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "plugin"
BORING = """\
Vi er stolte av å kunne presentere rekordoverskudd for tredje år på rad. Vi tar ansvar for klimaet. Vi er kåret til årets bedrift, og vi ser \
frem til et godt samarbeid.

Tusen takk til alle våre fantastiske kunder! Lik og del om du er enig.
"""
HUMAN = """\
#+AUTHOR: Kari
* Pumpa på kai 4
# til meg selv: sjekk navnet
Klokka var ti på sju, og pumpa sto. Jeg skiftet pakningen to ganger, men den lakk like fullt. Så ringte jeg Ola, som hadde sett det før.
Nå vet jeg hvorfor: den var snudd. Hva gjør dere når isen har satt seg i røret?
"""


@pytest.fixture
def example(monkeypatch):
    monkeypatch.syspath_prepend(str(EXAMPLE / "src"))
    from advocacy_lint_norsk import register

    with testing.plugged(register, "norsk"):
        yield


@pytest.mark.usefixtures("example")
def test_contracts():
    testing.check_reader(".org", {HUMAN.encode(): [HUMAN], b"Vi byttet pumpa.\n": ["Vi byttet pumpa.\n"]})
    testing.check_output("tally")
    assert testing.check_rules("nb") == 21
    testing.check_linear("nb", BORING)
    testing.check_linear_reader(".org", HUMAN.encode())


@pytest.mark.usefixtures("example")
def test_every_format_speaks_of_the_language():
    report = Session(Config()).lint(Post("kjedelig.md", BORING))
    assert (report.language, report.locale) == ("nb", "nb")
    worst = report.worst.rule  # which every format names that names any
    silent = []
    for name in outputs.FORMATS:
        renderer = outputs.create(name, Look(verbose=True))
        written = renderer.begin() + renderer.post(report) + renderer.end(Tally())
        silent += [] if worst in written else [name]
    assert silent == ["junit", "tally"]  # of which the first lists what fails a run, and the other counts


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """The Python of an environment into which the example is installed; what it builds and runs with is this environment's."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    asked = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    Path(site, "outer.pth").write_text(f"{ROOT / 'src'}\n{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, EXAMPLE], check=True, capture_output=True)
    return python


@pytest.mark.slow
def test_installed(python, tmp_path, monkeypatch):
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    (tmp_path / "kjedelig.md").write_text(BORING, encoding="utf-8")
    (tmp_path / "god.org").write_text(HUMAN, encoding="utf-8")

    def run(*arguments):
        command = [python, "-P", "-X", "utf8", "-m", "advocacy_lint", *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
        return done.returncode, done.stdout, done.stderr

    assert run("plugins", "list")[1].splitlines()[0] == "norsk (advocacy-lint-norsk 1.0): not allowed"
    assert run("check", "kjedelig.md", "-f", "concise")[1] == ""  # Norwegian is not judged as Danish
    said = """\
1:1: error tone/announcement-opener «Vi er stolte av å kunne presentere»: her blar folk videre. Begynn der noe skjedde.
1:36: error brag/financial-result «rekordoverskudd» er deres tall, ikke leserens. Hvem gjorde hva for at det gikk?
1:74: warning brag/csr-virtue «Vi tar ansvar for klimaet»: ansvar du selv trekker frem, lyder som reklame. Vis hva dere gjorde, og la leseren rose det.
1:101: info tone/same-start Tre setninger på rad begynner med «Vi». Begynn den siste med et sted, en dag eller et menneske.
1:107: warning brag/award «kåret til årets bedrift»: en pris er andres dom. Hva gjorde dere som en leser kan bruke?
1:138: warning tone/partner-speak «ser frem til et godt samarbeid» kunne stått om hvem som helst. Hva skal dere gjøre for hverandre på mandag?
3:1: warning audience/thanks-to-all «Tusen takk til alle våre fantastiske kunder» er takk til ingen. Hvem skal ha den, og for hva?
3:46: warning purpose/bait «Lik og del» er agn, og folk lukter kroken. Spør om noe du gjerne vil vite.
"""
    expected = "".join(f"kjedelig.md:{line}\n" for line in said.splitlines())
    assert run("check", ".", "--plugin", "norsk", "-f", "concise") == (1, expected, "")
    code, out, error = run("check", ".", "--plugin", "norsk", "-f", "tally")
    assert [line.split()[2:] for line in out.splitlines()[:2]] == [["0", "god.org"], ["8", "kjedelig.md"]]
    assert (code, out.splitlines()[2], error) == (1, "2 posts, 2 errors, 5 warnings", "")
    human, boring = (int(line.split()[0]) for line in out.splitlines()[:2])
    assert human > boring + 25
