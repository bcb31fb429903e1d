"""How fast the three servers answer, each asked by a real client in one run: `python benchmarks/servers.py`.

Language server: from the last keystroke to the marks, less the debounce, for a draft of 3,000 characters; marks after 20 quick edits;
memory. Server for assistants: greeting, first call, later calls. Page: a call of `lint` over HTTP.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from lsprotocol import types
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from pygls.lsp.client import LanguageClient

DEBOUNCE = 0.150
EDITS = 60
SENTENCE = "Kl. 5.40 stod Lene på rampen i Horsens, og pumpen larmede, fordi lejet var tørt; vi er stolte af et rekordår. "
DRAFT = (SENTENCE * 30)[:3000]
TOOL = [sys.executable, "-m", "advocacy_lint"]


def said(name: str, times: list[float], unit: str = "ms") -> None:
    """Print the middle, the 95th percentile and the largest of some times in seconds."""
    ordered = sorted(times)
    worst = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    print(f"{name:<44} median {statistics.median(ordered) * 1000:7.1f}   95 % {worst * 1000:7.1f}   most {ordered[-1] * 1000:7.1f} {unit}")


def memory(pid: int) -> float:
    """Return the largest resident size of a process so far, in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1000


async def language_server() -> None:
    """Time the language server."""
    client = LanguageClient("benchmark", "1")
    arrived: list[tuple[float, int | None]] = []

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def published(params: types.PublishDiagnosticsParams) -> None:
        arrived.append((time.perf_counter(), params.version))

    async def version(wanted: int) -> float:
        while not arrived or arrived[-1][1] != wanted:
            await asyncio.sleep(0.001)
        return arrived[-1][0]

    begun = time.perf_counter()
    await client.start_io(*TOOL, "lsp")
    await client.initialize_async(types.InitializeParams(types.ClientCapabilities(), initialization_options={"language": "da"}))
    client.initialized(types.InitializedParams())
    uri = "file:///draft.md"
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "markdown", 1, DRAFT)))
    said("language server: start to first marks", [await version(1) - begun])

    def edit(number: int) -> None:
        at = types.Range(types.Position(0, 5), types.Position(0, 5))
        change = types.TextDocumentContentChangePartial(at, "x")
        client.text_document_did_change(types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(number, uri), [change]))

    waits = []
    for number in range(2, EDITS + 2):
        edited = time.perf_counter()
        edit(number)
        waits.append(await version(number) - edited - DEBOUNCE)
    said("language server: edit to marks, less debounce", waits)
    before = len(arrived)
    for number in range(EDITS + 2, EDITS + 22):
        edit(number)
        await asyncio.sleep(0.005)
    await version(EDITS + 21)
    await asyncio.sleep(0.5)
    process = client._server
    assert process is not None
    print(f"language server: 20 quick edits                 {len(arrived) - before} publish(es), {memory(process.pid):.0f} MB at most")
    await client.shutdown_async(None)
    client.exit(None)


async def assistants() -> None:
    """Time the server for assistants."""
    begun = time.perf_counter()
    command = StdioServerParameters(command=TOOL[0], args=[*TOOL[1:], "mcp"], env=dict(os.environ))
    async with stdio_client(command) as (reading, writing), ClientSession(reading, writing) as session:
        await session.initialize()
        said("assistants: start to greeting", [time.perf_counter() - begun])
        times = []
        for _ in range(EDITS):
            asked = time.perf_counter()
            await session.call_tool("lint_draft", {"text": DRAFT})
            times.append(time.perf_counter() - asked)
        said("assistants: first call of lint_draft", times[:1])
        said("assistants: later calls", times[1:])


def page() -> None:
    """Time the page's server."""
    with subprocess.Popen([*TOOL, "serve", "--no-open"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        host, _, secret = address.removeprefix("http://").rstrip("/").partition("/")
        try:
            times = _asked(http.client.HTTPConnection(host), host, secret)
        finally:
            process.terminate()
    said("page: first call of lint", times[:1])
    said("page: later calls", times[1:])


def _asked(connection: http.client.HTTPConnection, host: str, secret: str) -> list[float]:
    times = []
    for number in range(EDITS):
        asked = time.perf_counter()
        body = json.dumps({"text": f"{number} {DRAFT}", "locale": "da"})
        connection.request("POST", f"/{secret}/lint", body, {"Origin": f"http://{host}"})
        connection.getresponse().read()
        times.append(time.perf_counter() - asked)
    return times


if __name__ == "__main__":
    asyncio.run(language_server())
    asyncio.run(assistants())
    page()
