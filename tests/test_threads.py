"""The API in threads: every report is the one that a single thread gives, however often threads take turns and whatever words come."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from advocacy_lint import Config, api, lint, lint_many, lint_table
from advocacy_lint.errors import ConfigError
from advocacy_lint.model import PostReport
from advocacy_lint.text import words

TEXTS = {
    "da": "Vi er utroligt stolte af rekordoverskuddet nummer {n}. Kl. 5.40 stod jeg på rampen med Lene{n}, og pumpen larmede {n} gange i "
    "ord{n}. Vi hjælper {word}bureauer med {word}ende, bæredygtige {word}løsninger. Hvad gør I?",
    "en": "We are thrilled to announce record profits, number {n}. At 5:40 am I stood on the ramp with Priya{n}, and the pump was loud {n} "
    "times in word{n}. We help {word}ers with {word}ing, sustainable {word}ments. What do you do?",
}
THREADS, EACH = 8, 1500


def text(language: str, number: int) -> str:
    """Return a text with words that no other has."""
    word = "".join(chr(ord("a") + int(digit)) for digit in str(number))
    return TEXTS[language].format(n=number, word=word)


@pytest.fixture
def turns() -> Iterator[None]:
    """Let threads take turns as often as can be."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def forget() -> None:
    """Make the next call the first one: nothing is built, nothing remembered."""
    api._default.cache_clear()
    words.vocabulary_of.cache_clear()
    words.normalise.cache_clear()


def in_threads(work: Callable[[int], None]) -> None:
    """Do work in threads that begin together; raise what the first of them raised."""
    barrier, raised = threading.Barrier(THREADS), []

    def run(number: int) -> None:
        barrier.wait()
        try:
            work(number)
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]


@pytest.mark.slow
@pytest.mark.parametrize("warm", [False, True], ids=["cold", "warm"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_report_is_that_of_one_thread(language: str, warm: bool, turns: None) -> None:
    expected = [lint(text(language, number), language=language) for number in range(EACH)]
    forget()
    if warm:
        lint(text(language, EACH), language=language)
    wrong: list[tuple[PostReport, PostReport]] = []

    def work(thread: int) -> None:
        for step in range(EACH):
            number = (step * 7 + thread * 211) % EACH
            report = lint(text(language, number), language=language)
            if report != expected[number]:
                wrong.append((report, expected[number]))

    in_threads(work)
    assert wrong == []


def test_languages_are_told_alike(turns: None) -> None:
    texts = [text(language, number) for number in range(12) for language in TEXTS]
    expected = [report.language for report in map(lint, texts)]
    forget()
    found: dict[int, list[str]] = {}
    in_threads(lambda thread: found.__setitem__(thread, [lint(each).language for each in texts]))
    assert found == {thread: expected for thread in range(THREADS)}


def test_a_table_in_parts_loses_no_row(turns: None) -> None:
    pa = pytest.importorskip("pyarrow")
    texts = [text(language, number) for number in range(200) for language in TEXTS]
    expected = [report.score for report in lint_many(texts)]
    forget()
    parts = [pa.table({"text": texts[first : first + 20]}) for first in range(0, len(texts), 20)]
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lint_table, parts))
    assert [score for part in done for score in part["score"].to_pylist()] == expected


def test_equal_configurations_share_a_session_and_few_are_kept() -> None:
    assert api._session(Config(ignore=("tone",))) is api._session(Config(ignore=("tone",)))
    first = api._session(Config(min_score=0))
    for score in range(1, 20):
        api._session(Config(min_score=score))
    assert api._session_of.cache_info().currsize == api._KEPT
    assert api._session(Config(min_score=0)) is not first


def test_a_configuration_of_nonsense_is_an_error() -> None:
    with pytest.raises(ConfigError) as caught:
        lint("Vi er stolte.", config=Config(vocabulary=None))  # type: ignore[arg-type]
    assert str(caught.value) == "vocabulary: expected keys and values, got nothing"
