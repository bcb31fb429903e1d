-- Opens opslag.md in neovim with the language server, prints its diagnostics, applies the first safe rewrite, and prints the line.
local function say(text) io.stdout:write(text .. "\n") end
vim.opt.hidden = true
local server = vim.split(vim.env.SERVER, " ")
local id = vim.lsp.start_client({ name = "advocacy-lint", cmd = server, root_dir = vim.fn.getcwd(), init_options = { locale = "da", language = "da" } })
vim.cmd("edit opslag.md")
vim.bo.filetype = "markdown"
vim.lsp.buf_attach_client(0, id)
vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 20)
for _, each in ipairs(vim.diagnostic.get(0)) do
  say(string.format("%d:%d-%d:%d %s %s", each.lnum, each.col, each.end_lnum, each.end_col, each.code, each.message))
end
local asked = { textDocument = vim.lsp.util.make_text_document_params(), context = { diagnostics = {} },
  range = { start = { line = 0, character = 15 }, ["end"] = { line = 0, character = 15 } } }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", asked, 10000)
vim.lsp.util.apply_workspace_edit(answers[id].result[1].edit, vim.lsp.get_client_by_id(id).offset_encoding)
say(vim.api.nvim_buf_get_lines(0, 0, 1, false)[1])
vim.cmd("qa!")
