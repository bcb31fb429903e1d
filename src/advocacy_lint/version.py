"""The version, and where the schemas of this program's files are found, where everything may read it without importing the API."""

__version__ = "0.1.0"
SCHEMA_URL = "https://raw.githubusercontent.com/advocacy-lint/advocacy-lint/main/src/advocacy_lint/schemas/{}.schema.json"
