"""The language server, asked by a client of the protocol."""

import asyncio
import os
import sys

import pytest
from pack import project

pytest_lsp = pytest.importorskip("pytest_lsp")

from lsprotocol import types  # noqa: E402
from pygls.uris import from_fs_path  # noqa: E402

TEXT = "😀 Endnu et rekordår, og Lene bar pumpen ud kl. 5.40.\n"
WORD = types.Range(types.Position(0, 12), types.Position(0, 20))
PATIENCE = 30


@pytest_lsp.fixture(config=pytest_lsp.ClientServerConfig(server_command=[sys.executable, "-m", "advocacy_lint", "lsp"]))
async def client(lsp_client: pytest_lsp.LanguageClient, tmp_path):
    folder = project(tmp_path)
    takes = types.WorkspaceEditClientCapabilities(document_changes=True, resource_operations=[types.ResourceOperationKind.Create])
    params = types.InitializeParams(
        capabilities=types.ClientCapabilities(workspace=types.WorkspaceClientCapabilities(workspace_edit=takes)),
        root_uri=from_fs_path(str(folder)),
        initialization_options={"locale": "da", "language": "da"},
    )
    await lsp_client.initialize_session(params)
    lsp_client.folder = folder
    yield
    await lsp_client.shutdown_session()


def uri(client, name="opslag.md"):
    return from_fs_path(str(client.folder / name))


def opened(client, text=TEXT, name="opslag.md", version=1):
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri(client, name), "markdown", version, text)))


def changed(client, version, text, name="opslag.md"):
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version, uri(client, name)), [types.TextDocumentContentChangeWholeDocument(text)]
        )
    )


async def marks(client, name="opslag.md"):
    """Wait for the next diagnostics of a buffer."""
    while True:
        await asyncio.wait_for(client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), PATIENCE)
        found = client.diagnostics.get(uri(client, name))
        if found is not None:
            return [(each.range, each.severity, each.code, each.message) for each in found]


EXPECTED = (WORD, types.DiagnosticSeverity.Error, "brag/test-word", "«rekordår» siger ingenting.")


@pytest_lsp.fixture(config=pytest_lsp.ClientServerConfig(server_command=[sys.executable, "-m", "advocacy_lint", "lsp"]))
async def asking(lsp_client: pytest_lsp.LanguageClient, tmp_path):
    """A client that asks for marks when it wants them."""
    folder = project(tmp_path)
    capabilities = types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities()),
        workspace=types.WorkspaceClientCapabilities(diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)),
    )
    params = types.InitializeParams(
        capabilities=capabilities, root_uri=from_fs_path(str(folder)), initialization_options={"locale": "da", "language": "da"}
    )
    await lsp_client.initialize_session(params)
    lsp_client.folder = folder
    yield
    await lsp_client.shutdown_session()


async def pulled(client):
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri(client)))
    report = await asyncio.wait_for(client.text_document_diagnostic_async(params), PATIENCE)
    return [(each.range, each.severity, each.code, each.message) for each in report.items]


async def test_an_editor_that_asks_for_marks_gets_those_of_the_newest_text_and_none_unasked(asking):
    opened(asking)
    assert await pulled(asking) == [EXPECTED]
    changed(asking, 2, TEXT.replace("rekordår", "år"))
    assert await pulled(asking) == []
    assert asking.diagnostics.get(uri(asking)) is None


async def test_an_editor_that_asks_is_told_to_ask_again_when_the_configuration_changes(asking):
    opened(asking)
    assert await pulled(asking) == [EXPECTED]
    before = asking.diagnostic_refresh_count
    asking.workspace_did_change_configuration(types.DidChangeConfigurationParams({"locale": "en", "language": "da"}))
    async with asyncio.timeout(PATIENCE):
        while asking.diagnostic_refresh_count == before:
            await asyncio.sleep(0.01)
    (mark,) = await pulled(asking)
    assert mark[2:] == ("brag/test-word", "“rekordår” says nothing.")


async def test_an_editor_that_asks_waits_where_drafts_are_linted_on_saving_only(asking):
    asking.workspace_did_change_configuration(types.DidChangeConfigurationParams({"locale": "da", "language": "da", "run": "onSave"}))
    opened(asking)
    assert await marks(asking) == [EXPECTED]
    assert await pulled(asking) == []


async def actions(client, kinds=None):
    context = types.CodeActionContext([], only=kinds)
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri(client)), types.Range(WORD.start, WORD.start), context)
    return await client.text_document_code_action_async(params)


async def test_a_draft_is_marked_when_it_is_opened_and_when_it_changes(client):
    opened(client)
    assert await marks(client) == [EXPECTED]
    changed(client, 2, TEXT.replace("rekordår", "år"))
    assert await marks(client) == []


async def test_rewrites_and_silences_are_offered_where_a_mark_is(client):
    opened(client)
    await marks(client)
    found = await actions(client)
    assert [(each.title, each.kind, each.is_preferred) for each in found] == [
        ("Skriv «godt år»", "quickfix", True),
        ("Tillad brag/test-word her", "quickfix", None),
        ("Tillad brag/test-word i hele filen", "quickfix", None),
        ("Vores ord: «rekordår»", "quickfix", None),
        ("Slå brag/test-word fra i advocacy-lint.yml", "quickfix", None),
        ("Gør brag/test-word til en advarsel i advocacy-lint.yml", "quickfix", None),
        ("Ret alt, der sikkert kan rettes", "source.fixAll.advocacy-lint", None),
    ]
    found = [each for each in found if each.edit.document_changes[0].text_document.uri == uri(client)]
    edits = [(change.range, change.new_text) for each in found for change in each.edit.document_changes[0].edits]
    top = types.Range(types.Position(0, 0), types.Position(0, 0))
    assert edits == [
        (WORD, "godt år"),
        (top, "<!-- advocacy-lint off-next-line: brag/test-word -- skriv hvorfor -->\n"),
        (top, "<!-- advocacy-lint off: brag/test-word -- skriv hvorfor -->\n"),
        (WORD, "godt år"),
    ]
    assert {each.edit.document_changes[0].text_document.version for each in found} == {1}
    assert [each.kind for each in await actions(client, ["source.fixAll"])] == ["source.fixAll.advocacy-lint"]


async def test_a_frame_is_offered_to_be_filled_in(client):
    rule = client.folder / "advocacy-rules" / "brag" / "test-word.yml"
    rule.write_text(
        rule.read_text(encoding="utf-8").replace('replace: {"rekordår": "godt år"}', 'frame: "[hvem gjorde hvad?]"'), encoding="utf-8"
    )
    opened(client)
    await marks(client)
    first = (await actions(client))[0]
    assert (first.title, first.kind, first.is_preferred) == ("Udfyld selv: «[hvem gjorde hvad?]»", "quickfix", None)
    (edit,) = first.edit.document_changes[0].edits
    assert (edit.range, edit.new_text) == (WORD, "[hvem gjorde hvad?]")


CONFIG = "rules: [advocacy-rules]\nselect: [brag/test-word]\n"
HERE = types.Position(1, 24)  # after its two lines


async def action(client, title):
    """Return the action with a title; None where it is not offered."""
    return next((each for each in await actions(client) if each.title == title), None)


def applied(edit, text):
    """Return what a text is after an edit of it, as an editor applies it."""
    (change,) = edit.edits
    lines = text.split("\n")
    start, end = (sum(len(line) + 1 for line in lines[: at.line]) + at.character for at in (change.range.start, change.range.end))
    return text[:start] + change.new_text + text[end:]


async def rewritten(client, text):
    """Save another configuration, as an editor does, and return the next marks of the draft."""
    (client.folder / "advocacy-lint.yml").write_text(text, encoding="utf-8")
    event = types.FileEvent(uri(client, "advocacy-lint.yml"), types.FileChangeType.Changed)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    return await marks(client)


async def test_a_word_is_accepted_in_the_configuration_and_its_mark_goes(client):
    opened(client)
    await marks(client)
    found = await action(client, "Vores ord: «rekordår»")
    (change,) = found.edit.document_changes
    assert change.text_document == types.OptionalVersionedTextDocumentIdentifier(uri(client, "advocacy-lint.yml"), None)
    assert change.edits == (types.TextEdit(types.Range(HERE, HERE), "\nvocabulary:\n  terms: [rekordår]"),)
    text = applied(change, CONFIG)
    assert text == CONFIG + "vocabulary:\n  terms: [rekordår]\n"
    assert (client.folder / "advocacy-lint.yml").read_text() == CONFIG
    assert await rewritten(client, text) == []


async def test_a_rule_is_turned_off_in_the_configuration(client):
    opened(client)
    await marks(client)
    found = await action(client, "Slå brag/test-word fra i advocacy-lint.yml")
    text = applied(found.edit.document_changes[0], CONFIG)
    assert text == CONFIG + "levels:\n  brag/test-word: off\n"
    assert await rewritten(client, text) == []


async def test_a_rule_is_made_one_level_lower_and_then_another(client):
    opened(client)
    await marks(client)
    found = await action(client, "Gør brag/test-word til en advarsel i advocacy-lint.yml")
    text = applied(found.edit.document_changes[0], CONFIG)
    assert text == CONFIG + "levels:\n  brag/test-word: warning\n"
    assert [each[1] for each in await rewritten(client, text)] == [types.DiagnosticSeverity.Warning]
    found = await action(client, "Gør brag/test-word til et tip i advocacy-lint.yml")
    text = applied(found.edit.document_changes[0], text)
    assert text == CONFIG + "levels:\n  brag/test-word: info\n"
    assert [each[1] for each in await rewritten(client, text)] == [types.DiagnosticSeverity.Information]
    assert [each.title for each in await actions(client) if "level" in each.title or "Gør" in each.title] == []


async def test_an_open_configuration_is_changed_as_it_is_in_the_editor(client):
    opened(client)
    await marks(client)
    text = f'# 😀 Vores.\r\n{CONFIG}vocabulary: {{people: [Lene], terms: ["år 😀"]}} # os\n'
    config = types.TextDocumentItem(uri(client, "advocacy-lint.yml"), "yaml", 7, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(config))
    found = await action(client, "Vores ord: «rekordår»")
    (change,) = found.edit.document_changes
    place = types.Position(3, text.split("\n")[3].index("]} ") + 1)  # in UTF-16, where 😀 is two
    assert change.text_document == types.OptionalVersionedTextDocumentIdentifier(config.uri, 7)
    assert change.edits == (types.TextEdit(types.Range(place, place), ", rekordår"),)


async def test_a_word_that_is_to_be_avoided_is_not_accepted(client):
    opened(client)
    await marks(client)
    assert await rewritten(client, CONFIG + "avoid: [Rekordår]\n") != []
    assert await action(client, "Vores ord: «rekordår»") is None


async def test_a_level_that_would_not_hold_is_not_offered(client):
    opened(client)
    await marks(client)
    over = 'overrides:\n  - paths: ["*.md"]\n    levels: {brag/test-word: warning}\n'
    assert await rewritten(client, CONFIG + over) != []
    titles = [each.title for each in await actions(client)]
    assert ("Slå brag/test-word fra i advocacy-lint.yml" in titles, "Vores ord: «rekordår»" in titles) == (False, True)


async def test_a_configuration_that_cannot_be_edited_so_is_left_alone(client):
    opened(client)
    await marks(client)
    text = "x: &empty []\n"
    config = types.TextDocumentItem(uri(client, "advocacy-lint.yml"), "yaml", 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(config))
    assert [each.title for each in await actions(client) if "advocacy-lint.yml" in each.title or "Vores" in each.title] == []


async def without_configuration(client):
    (client.folder / "advocacy-lint.yml").unlink()
    event = types.FileEvent(uri(client, "advocacy-lint.yml"), types.FileChangeType.Deleted)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    opened(client, "Vi har jo i innovative pumper, som Lene bar ud kl. 5.40.\n")
    await marks(client)


async def test_a_configuration_is_made_where_there_is_none(client):
    await without_configuration(client)
    found = await action(client, "Vores ord: «innovative» (ny fil)")
    new = uri(client, "advocacy-lint.yml")
    start = types.Position(0, 0)
    assert found.edit.document_changes == (
        types.CreateFile(new),
        types.TextDocumentEdit(
            types.OptionalVersionedTextDocumentIdentifier(new, None),
            (types.TextEdit(types.Range(start, start), "vocabulary:\n  terms: [innovative]\n"),),
        ),
    )
    before = [each[2] for each in await marks_now(client)]
    after = [each[2] for each in await rewritten(client, "vocabulary:\n  terms: [innovative]\n")]
    assert ("tone/wordy" in before, "tone/wordy" in after) == (True, False)


@pytest_lsp.fixture(config=pytest_lsp.ClientServerConfig(server_command=[sys.executable, "-m", "advocacy_lint", "lsp"]))
async def plain(lsp_client: pytest_lsp.LanguageClient, tmp_path):
    """A client that neither knows versions nor creates files, and reads English."""
    folder = project(tmp_path)
    params = types.InitializeParams(
        capabilities=types.ClientCapabilities(),
        root_uri=from_fs_path(str(folder)),
        initialization_options={"locale": "en", "language": "da"},
    )
    await lsp_client.initialize_session(params)
    lsp_client.folder = folder
    yield
    await lsp_client.shutdown_session()


async def test_an_editor_without_versions_gets_changes_by_file(plain):
    opened(plain)
    await marks(plain)
    found = await actions(plain)
    changes = [(each.title, each.edit.changes) for each in found]
    assert all(each.edit.document_changes is None for each in found)
    assert changes[3:6] == [
        (
            "Accept “rekordår” as our word",
            {uri(plain, "advocacy-lint.yml"): (types.TextEdit(types.Range(HERE, HERE), "\nvocabulary:\n  terms: [rekordår]"),)},
        ),
        (
            "Turn brag/test-word off in advocacy-lint.yml",
            {uri(plain, "advocacy-lint.yml"): (types.TextEdit(types.Range(HERE, HERE), "\nlevels:\n  brag/test-word: off"),)},
        ),
        (
            "Make brag/test-word a warning in advocacy-lint.yml",
            {uri(plain, "advocacy-lint.yml"): (types.TextEdit(types.Range(HERE, HERE), "\nlevels:\n  brag/test-word: warning"),)},
        ),
    ]


async def test_an_editor_that_does_not_tell_of_files_has_a_changed_configuration_heeded(plain):
    opened(plain)
    assert len(await marks(plain)) == 1
    (plain.folder / "advocacy-lint.yml").write_text(CONFIG + "vocabulary:\n  terms: [rekordår]\n", encoding="utf-8")
    changed(plain, 2, TEXT + "Nej.\n")
    assert await marks(plain) == []
    (plain.folder / "advocacy-lint.yml").write_text(CONFIG, encoding="utf-8")
    changed(plain, 3, TEXT)
    assert len(await marks(plain)) == 1


async def test_an_editor_that_creates_no_files_is_offered_none(plain):
    await without_configuration(plain)
    assert [each.title for each in await actions(plain) if "new file" in each.title or "Accept" in each.title] == []


async def test_hovering_says_why_and_what_to_ask(client):
    opened(client)
    await marks(client)
    params = types.HoverParams(types.TextDocumentIdentifier(uri(client)), types.Position(0, 14))
    hover = await client.text_document_hover_async(params)
    assert hover.contents.value == "**«rekordår» siger ingenting.**\n\nLæseren kan ikke se det.\n\n- Hvad skete der?\n\n`brag/test-word`"
    aside = types.HoverParams(types.TextDocumentIdentifier(uri(client)), types.Position(0, 30))
    assert await client.text_document_hover_async(aside) is None


async def test_the_score_stands_above_the_draft(client):
    opened(client)
    await marks(client)
    (lens,) = await client.text_document_code_lens_async(types.CodeLensParams(types.TextDocumentIdentifier(uri(client))))
    assert lens.range == types.Range(types.Position(0, 0), types.Position(0, 0))
    assert (" · 1 spørgsmål" in lens.command.title, lens.command.command) == (True, "advocacyLint.questions")


async def test_a_wrong_configuration_is_one_mark_at_its_line(client):
    config = client.folder / "advocacy-lint.yml"
    config.write_text(config.read_text() + "min-scor: 3\n")
    opened(client)
    assert await marks(client, "advocacy-lint.yml") == [
        (
            types.Range(types.Position(2, 0), types.Position(2, 1000)),
            types.DiagnosticSeverity.Error,
            None,
            "unknown key “min-scor” (did you mean “min-score”?)",
        )
    ]
    config.write_text(config.read_text().replace("min-scor:", "min-score:"))
    event = types.FileEvent(uri(client, "advocacy-lint.yml"), types.FileChangeType.Changed)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    while not client.diagnostics.get(uri(client)):
        await asyncio.wait_for(client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), PATIENCE)
    assert (list(client.diagnostics[uri(client, "advocacy-lint.yml")]), await marks_now(client)) == ([], [EXPECTED])


async def marks_now(client):
    return [(each.range, each.severity, each.code, each.message) for each in client.diagnostics[uri(client)]]


async def test_quick_edits_give_the_marks_of_the_last(client):
    opened(client)
    await marks(client)
    for version in range(2, 22):
        changed(client, version, "x" * version + TEXT)
    assert await marks(client) == [(types.Range(types.Position(0, 33), types.Position(0, 41)), *EXPECTED[1:])]


async def test_fifty_buffers_edited_at_once_have_their_own_marks(client):
    names = [f"opslag-{number}.md" for number in range(50)]
    for number, name in enumerate(names):
        opened(client, "x" * number + TEXT, name)
    wanted = {
        uri(client, name): types.Range(types.Position(0, 12 + number), types.Position(0, 20 + number)) for number, name in enumerate(names)
    }
    while len([each for each in wanted if client.diagnostics.get(each)]) < 50:
        await asyncio.wait_for(client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), PATIENCE)
    assert {each: [mark.range for mark in client.diagnostics[each]] for each in wanted} == {each: [place] for each, place in wanted.items()}


async def test_commands_answer_and_write_nothing(client):
    opened(client)
    await marks(client)
    before = sorted(str(path) for path in client.folder.rglob("*"))
    params = types.ExecuteCommandParams("advocacyLint.questions", [uri(client)])
    assert (await client.workspace_execute_command_async(params)).startswith("- Hvad gjorde og sagde Lene ")
    params = types.ExecuteCommandParams("advocacyLint.tighten", [uri(client)])
    assert "Lene bar pumpen ud" in await client.workspace_execute_command_async(params)
    params = types.ExecuteCommandParams("advocacyLint.compare", [uri(client)])
    assert await client.workspace_execute_command_async(params) == "Git har ingen tidligere udgave af filen."
    assert sorted(str(path) for path in client.folder.rglob("*")) == before


COPIED = "Pumpen i hal 3 blev skiftet i nat, og Lene bar den gamle ud i regnen sammen med Karl og to fra lageret."


@pytest_lsp.fixture(config=pytest_lsp.ClientServerConfig(server_command=[sys.executable, "-m", "advocacy_lint", "lsp"]))
async def crowded(lsp_client: pytest_lsp.LanguageClient, tmp_path):
    """A client of a workspace that has drafts already."""
    (tmp_path / "bent.md").write_text(f"---\nauthor: Bent\n---\n😀 Fredag. {COPIED}\n", encoding="utf-8")
    (tmp_path / "egen.md").write_text(
        "---\nauthor: Egon\n---\nJeg stod i hal 4 og ledte efter en nøgle, som Mona havde i lommen.\n", encoding="utf-8"
    )
    (tmp_path / "advocacy-lint.yml").write_text("select: [portfolio]\n", encoding="utf-8")
    params = types.InitializeParams(
        capabilities=types.ClientCapabilities(), root_uri=from_fs_path(str(tmp_path)), initialization_options={"locale": "da"}
    )
    await lsp_client.initialize_session(params)
    lsp_client.folder = tmp_path
    yield
    await lsp_client.shutdown_session()


async def test_copies_in_the_workspace_are_named_where_they_stand(crowded):
    opened(crowded, f"---\nauthor: Anna\n---\n{COPIED}\n", "anna.md")
    while not (found := crowded.diagnostics.get(uri(crowded, "anna.md"))):
        await asyncio.wait_for(crowded.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), PATIENCE)
    (mark,) = found
    assert (mark.code, mark.range) == ("portfolio/copy-paste", types.Range(types.Position(3, 0), types.Position(3, len(COPIED) - 1)))
    (related,) = mark.related_information
    assert related.location == types.Location(
        uri(crowded, "bent.md"), types.Range(types.Position(3, 11), types.Position(3, 11 + len(COPIED) - 1))
    )
    changed(crowded, 2, "---\nauthor: Anna\n---\nI dag skete der noget helt andet.\n", "anna.md")
    assert await marks(crowded, "anna.md") == []


def test_without_the_extra_one_line_says_what_to_install(tmp_path):
    import subprocess

    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError(\"No module named 'pygls'\", name='pygls')\n")
    source = os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))
    program = "import sys; sys.argv[0] = 'advocacy-lint'; from advocacy_lint.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", program, "lsp"], env={**os.environ, "PYTHONPATH": source}, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        'the language server needs an extra (pip install "advocacy-lint[lsp]")\n',
    )
