-- Opens opslag.md in a neovim that asks for marks, prints them, accepts the word in the configuration, and prints both texts' state then.
local function say(text) io.stdout:write(text .. "\n") end
local options = { name = "advocacy-lint", cmd = vim.split(vim.env.SERVER, " "), root_dir = vim.fn.getcwd(), init_options = { locale = "da", language = "da" } }
vim.cmd("edit opslag.md")
vim.bo.filetype = "markdown"
local sent = 0
options.handlers = { ["textDocument/publishDiagnostics"] = function(_, result) sent = sent + #result.diagnostics end }
local id = vim.lsp.start(options)
local function marked(wanted)
  return vim.wait(30000, function() return #vim.diagnostic.get(0) == wanted end, 20)
end
marked(1)
for _, each in ipairs(vim.diagnostic.get(0)) do
  say(string.format("%d:%d-%d:%d %s %s", each.lnum, each.col, each.end_lnum, each.end_col, each.code, each.message))
end
say("sent unasked: " .. sent)
local client = vim.lsp.get_client_by_id(id)
local place = { line = 0, character = 15 } -- neovim and the server agreed on bytes
local asked = { textDocument = vim.lsp.util.make_text_document_params(), context = { diagnostics = {} }, range = { start = place, ["end"] = place } }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", asked, 10000)
for _, action in ipairs(answers[id].result) do
  if action.title:find("Vores ord", 1, true) then
    say(action.title)
    vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  end
end
local config = vim.fn.bufnr("advocacy-lint.yml")
for _, line in ipairs(vim.api.nvim_buf_get_lines(config, 0, -1, false)) do say(line) end
vim.cmd("silent wall")
vim.api.nvim_buf_set_text(0, 0, 0, 0, 0, { "Nej: " })
say("gone: " .. tostring(marked(0)))
vim.cmd("qa!")
