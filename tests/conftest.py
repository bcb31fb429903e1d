"""What all tests share: an environment without the caller's, and which tests a short run leaves out (``pytest -m "not slow"``)."""

import signal
from pathlib import Path

import pytest

# Files and folders whose tests start many processes, read many texts, or time how work grows.
SLOW = (
    "batch", "fuzz", "judgement", "outputs/test_html_browser.py", "portfolio/test_duplicates.py", "repository", "safety/test_escapes.py",
    "safety/test_interrupts.py", "safety/test_streams.py", "safety/test_wheel.py", "servers/test_editors.py", "servers/test_web_browser.py",
    "test_linear.py", "test_startup.py",
)  # fmt: skip
_CALLERS = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "FORCE_COLOR", "ADVOCACY_LINT_FORMAT")


@pytest.fixture(autouse=True, scope="session")
def _environment(tmp_path_factory):
    """Take away what would change outputs (the caller's own configuration too), and keep nothing in the folders of the tests."""
    # A shell starts what runs in the background deaf to Ctrl-C, and the programs of the tests would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with pytest.MonkeyPatch.context() as patch:
        for name in _CALLERS:
            patch.delenv(name, raising=False)
        for name in ("LC_ALL", "LC_MESSAGES"):
            patch.delenv(name, raising=False)
        patch.setenv("LANG", "C.UTF-8")  # mistakes are told in the language of the system
        patch.setenv("ADVOCACY_LINT_CACHE_DIR", "")
        for name in ("XDG_CONFIG_HOME", "APPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("own")))
        yield


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        path = item.path.relative_to(here).as_posix()
        if any(path == each or path.startswith(f"{each}/") for each in SLOW):
            item.add_marker(pytest.mark.slow)
