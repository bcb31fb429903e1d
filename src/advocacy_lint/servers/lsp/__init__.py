"""The language server: diagnostics, rewrites and questions in an editor (extra ``lsp``)."""
