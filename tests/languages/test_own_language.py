"""What the program says of mistakes is said in the user's language: every text that the code has stands in the Danish catalogue."""

import ast
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import advocacy_lint
from advocacy_lint.cli import COMMANDS, app
from advocacy_lint.errors import ConfigError
from advocacy_lint.languages import own_locale
from advocacy_lint.languages.da.help import HELP
from advocacy_lint.languages.da.mistakes import MISTAKES
from advocacy_lint.languages.mistakes import said, translated

SOURCE = Path(advocacy_lint.__file__).parent
RAISED = frozenset(("ConfigError", "InputError", "LintError", "NotPosts", "RuleError"))


def texts(node):
    """Return the texts that an expression may be, with {} for what is put in; none for one that is made elsewhere."""
    if isinstance(node, ast.IfExp):
        return texts(node.body) + texts(node.orelse)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return ["".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)]
    return []


def raised():
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                yield from (text for each in node.args[1:2] for text in texts(each))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
                hints = [*node.args[3:4], *(each.value for each in node.keywords if each.arg == "hint")]
                for each in (*node.args[:1], *hints):
                    yield from texts(each)


def test_every_text_has_its_danish():
    assert sorted({text for text in raised() if any(map(str.isalpha, text.replace("{}", "")))} - set(MISTAKES) - PASTED) == []


# The same in every language: addresses, and commands to paste.
PASTED = frozenset(
    ("http://127.0.0.1:11434/v1", "https://…", "--changed-since REV")
    + tuple(f'pip install "advocacy-lint[{extra}]"' for extra in ("lsp", "mcp", "watch", "web"))
    + tuple(f"pip install 'advocacy-lint[{extra}]'" for extra in ("dev", "fit"))
)


def test_what_is_put_in_is_put_in():
    assert [text for text, danish in MISTAKES.items() if text.count("{}") != danish.count("{}")] == []


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("no such file", "filen findes ikke"),
        ("line 3: not JSON: Expecting value", "linje 3: ikke JSON: Expecting value"),
        ("unknown key “langauge” (did you mean “language”?)", "ukendt nøgle «langauge» (mente du «language»?)"),
        ("not text: it looks like a picture", "ikke tekst: det ligner a picture"),
        ("only the first 100,000 characters are judged: a post has a few thousand", "kun de første 100.000 tegn er bedømt: et opslag har nogle få tusind"),
        ("no text in it (save it as .docx)", "der er ingen tekst i den (gem den som .docx)"),
        (
            "no column of texts; it has: A, B (kort) (the longest texts stand under “B (kort)”: rename it “text”, or map it in the "
            'configuration: columns: {text: ["B (kort)"]})',
            "ingen kolonne med tekster; den har: A, B (kort) (de længste tekster står under «B (kort)»: kald den «tekst», eller vis den i "
            'konfigurationen: columns: {text: ["B (kort)"]})',
        ),
        (
            "no list of posts (a list of entries that each have a text: (tekst:, opslag: …))",
            "ingen liste med opslag (en liste, hvor hver del har en tekst: (opslag:, text: …))",
        ),
        (
            "line 2: more cells than there are headings; a text with a delimiter in it needs quotation marks",
            "linje 2: flere celler end overskrifter; en tekst med skilletegn i skal stå i anførselstegn",
        ),
        ("3 files of unknown kinds passed over (.mdx 1, .rst 2)", "3 filer af ukendte slags er sprunget over (.mdx 1, .rst 2)"),
        ("Plan: row 2 is hidden, and not read", "Plan: række 2 er skjult og ikke læst"),
        ("Plan: 3 rows are hidden, and not read", "Plan: 3 rækker er skjult og ikke læst"),
        ("something nobody has thought of", "something nobody has thought of"),
    ],
)  # fmt: skip
def test_a_mistake_in_danish(english, danish):
    assert translated(english, "da") == danish
    assert translated(english, "en") == english


def test_an_error_keeps_its_place():
    error = ConfigError("unknown key “langauge”", "bad.yml", 1, "did you mean “language”?")
    assert said(error, "da") == "bad.yml:1: ukendt nøgle «langauge» (mente du «language»?)"
    assert said(error, "en") == "bad.yml:1: unknown key “langauge” (did you mean “language”?)"


@pytest.mark.parametrize(
    ("value", "locale"), [("da_DK.UTF-8", "da"), ("da", "da"), ("en_GB.UTF-8", "en"), ("dav_KE", "en"), ("C", "en"), ("", "en")]
)
def test_the_language_of_the_system(monkeypatch, value, locale):
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", value)
    assert own_locale() == locale


def help_of(command, texts):
    texts += [text for each in (command, *command.params) for text in (getattr(each, "help", None), getattr(each, "epilog", None)) if text]
    for each in getattr(command, "commands", {}).values():
        help_of(each, texts)


def test_every_help_has_its_danish(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    group, texts = typer.main.get_command(app), list(COMMANDS.values())
    help_of(group, texts)
    for name in COMMANDS:
        help_of(group.get_command(None, name), texts)
    assert sorted(set(texts) ^ set(HELP)) == []


def test_help_in_danish(monkeypatch):
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    said = CliRunner().invoke(app, ["tighten", "--help"]).stdout
    assert "Gør et udkast kortere med dets egne sætninger, side om side." in said
    assert "Skriv det nye udkast i udkastets egen fil." in " ".join(said.split())


@pytest.mark.parametrize(("arguments", "said"), [((), "no such file"), (("--locale", "da"), "filen findes ikke")])
def test_a_language_that_is_asked_for_is_that_of_problems(monkeypatch, arguments, said):
    monkeypatch.setenv("LC_ALL", "C")
    result = CliRunner().invoke(app, ["check", "nope.md", "--isolated", "--no-cache", *arguments])
    assert (result.exit_code, result.stderr) == (2, f"nope.md: {said}\n")
