"""The server for assistants: the linter as tools of the Model Context Protocol (extra ``mcp``)."""
