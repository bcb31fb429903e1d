// Starts the language server and shows what its commands answer. Everything about drafts is in the server.

import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";

const SECTION = "advocacyLint";
const INSTALL = 'pip install "advocacy-lint[lsp]"';
const SHOWN = ["tighten", "scaffold", "questions", "compare"] as const;
const SETTINGS = ["enable", "run", "debounceMs", "locale", "language", "maxFindings"] as const;

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  for (const name of SHOWN) {
    context.subscriptions.push(vscode.commands.registerCommand(`${SECTION}.show.${name}`, () => show(name)));
  }
  context.subscriptions.push(
    vscode.commands.registerCommand(`${SECTION}.restart`, restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.command`)) void restart();
      else if (event.affectsConfiguration(SECTION)) {
        void client?.sendNotification("workspace/didChangeConfiguration", { settings: { [SECTION]: settings() } });
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function settings(): Record<string, unknown> {
  const found = vscode.workspace.getConfiguration(SECTION);
  return Object.fromEntries(SETTINGS.map((name) => [name, found.get(name)]));
}

async function start(): Promise<void> {
  const [command, ...args] = vscode.workspace.getConfiguration(SECTION).get<string[]>("command", ["advocacy-lint", "lsp"]);
  if (command === undefined) return;
  const server: ServerOptions = { command, args };
  const options: LanguageClientOptions = {
    // The configuration, too: what is offered to be changed in it is then its text as it is in the editor.
    documentSelector: [{ language: "markdown" }, { language: "plaintext" }, { pattern: "**/{advocacy-lint,.advocacy-lint}.{yml,yaml}" }],
    initializationOptions: settings(),
    // The server's commands answer with Markdown: from the lens above a draft, too.
    middleware: { executeCommand: async (command, args, next) => open(await next(command, args)) },
  };
  client = new LanguageClient(SECTION, "advocacy-lint", server, options);
  try {
    await client.start();
  } catch (error) {
    void vscode.window.showErrorMessage(`advocacy-lint could not be started: ${String(error)}. ${INSTALL}`);
  }
}

async function restart(): Promise<void> {
  await client?.stop();
  await start();
}

/** Asks the server about the draft that is open. */
async function show(name: (typeof SHOWN)[number]): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!client || !editor) return;
  await vscode.commands.executeCommand(`${SECTION}.${name}`, client.code2ProtocolConverter.asUri(editor.document.uri));
}

/** Opens an answer of the server beside the draft. */
async function open(answer: unknown): Promise<void> {
  if (typeof answer !== "string" || !answer) return;
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: answer });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
}
