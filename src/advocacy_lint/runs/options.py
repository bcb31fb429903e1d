"""The options of `check`, each declared once with its help, and which combinations are refused."""

# Annotations are left to be values here: the command line is made of them.
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

from msgspec import Struct

from advocacy_lint.config import FAIL_LEVELS
from advocacy_lint.errors import ConfigError
from advocacy_lint.languages import SUPPORTED, code_of
from advocacy_lint.outputs import FORMATS, terminal

# What a file's name says of the format that is wanted in it.
_FORMATS_BY_SUFFIX = {
    **{f".{name}": name for name in FORMATS},
    ".ndjson": "jsonl",
    ".htm": "html",
    ".md": "markdown",
    ".txt": "text",
    ".xml": "checkstyle",
}
COLORS = ("auto", "always", "never")


class Help(Struct, frozen=True):
    """How an option is given on the command line, and what its help says.

    `flags` are its spellings (none: the field's name with hyphens), `names` what it can be completed to.
    """

    text: str
    flags: tuple[str, ...] = ()
    metavar: str | None = None
    lowest: int | None = None
    highest: int | None = None
    names: tuple[str, ...] | Callable[[], Iterable[str]] = ()


def rule_ids() -> Iterable[str]:
    """Return the ids of the built-in rules."""
    from advocacy_lint import rulebook
    from advocacy_lint.files import packs

    return rulebook.ids([packs.builtin_folder()])


_IDS = Help("Rule ids or prefixes (brag, tone/buzzword); repeatable, or comma-separated.", metavar="ID", names=rule_ids)


class Options(Struct, frozen=True):
    """What the command line asked for, as it was written."""

    paths: Annotated[tuple[str, ...], Help("Files, folders, globs; - for standard input.", metavar="[PATH]...")] = ()
    format: Annotated[
        str | None,
        Help(
            "text concise json jsonl github sarif gitlab junit checkstyle rdjson markdown html csv excel",
            ("--format", "-f"),
            names=tuple(FORMATS),
        ),
    ] = None
    output: Annotated[Path | None, Help("Write to this file instead of the screen.", ("--output", "-o"))] = None
    output_file: Annotated[tuple[str, ...], Help("Also write this format there; repeatable.", metavar="FORMAT=PATH")] = ()
    select: Annotated[tuple[str, ...], _IDS] = ()
    ignore: Annotated[tuple[str, ...], _IDS] = ()
    rules: Annotated[tuple[Path, ...], Help("A folder of your own rules; repeatable.", metavar="DIR")] = ()
    language: Annotated[str | None, Help("The posts' language, where they do not say: da or en.", names=SUPPORTED)] = None
    locale: Annotated[str | None, Help("The language of messages: da or en; the post's own by default.", names=SUPPORTED)] = None
    fail_on: Annotated[str | None, Help("Exit with 1 from this level: error, warning, info, never.", names=FAIL_LEVELS)] = None
    min_score: Annotated[int | None, Help("Exit with 1 if a post scores under this.", lowest=0, highest=100)] = None
    max_drop: Annotated[int | None, Help("With --changed-since: exit with 1 if a post scores this much less than then.", lowest=0)] = None
    fix: Annotated[bool, Help("Apply the safe replacements.")] = False
    unsafe_fixes: Annotated[bool, Help("Also those that change emphasis.")] = False
    diff: Annotated[bool, Help("Show what would be replaced; writes nothing.")] = False
    exclude: Annotated[tuple[str, ...], Help("Leave out files that match, as exclude: does; repeatable.", metavar="PATTERN")] = ()
    force_exclude: Annotated[bool, Help("What is excluded stays so when it is named, as hooks name files.")] = False
    show_files: Annotated[bool, Help("Only list the files that would be read.")] = False
    baseline: Annotated[Path | None, Help("Leave out findings that this file has.")] = None
    write_baseline: Annotated[Path | None, Help("Write today's findings to this file, to leave them out later.")] = None
    changed_since: Annotated[str | None, Help("Only posts that are new or changed since this Git revision.", metavar="REV")] = None
    context: Annotated[tuple[Path, ...], Help("Posts to hold these against (copies), without linting them; repeatable.")] = ()
    jobs: Annotated[int, Help("Processes at most; 0: as many as there are processors, for many files.", lowest=0)] = 0
    no_cache: Annotated[bool, Help("Neither read nor write the cache of results.")] = False
    statistics: Annotated[bool, Help("Count findings by rule at the end.")] = False
    preview: Annotated[bool, Help("Show each post as it looks before “…see more”.")] = False
    watch: Annotated[bool, Help("Lint again whenever a file is saved (needs advocacy-lint[watch]).")] = False
    no_score: Annotated[bool, Help("No numbers, only advice.")] = False
    verbose: Annotated[bool, Help("Every finding, with its reason.", ("--verbose", "-v"))] = False
    quiet: Annotated[bool, Help("Nothing for posts that pass.", ("--quiet", "-q"))] = False
    plugin: Annotated[tuple[str, ...], Help("Load this installed plugin, for this run; repeatable.", metavar="NAME")] = ()
    config: Annotated[Path | None, Help("This configuration instead of the nearest.")] = None
    isolated: Annotated[bool, Help("No configuration at all.")] = False
    stdin_filename: Annotated[str | None, Help("The name under which standard input is read and configured.")] = None
    color: Annotated[str, Help("auto, always or never; NO_COLOR and FORCE_COLOR are heard.", names=COLORS)] = "auto"

    @property
    def wanted(self) -> list[tuple[str, Path | None]]:
        """The formats that are wanted, and where each goes; standard output for None. ConfigError for one without a path."""
        found: list[tuple[str, Path | None]] = [(self.format or _default_format(self.output), self.output)]
        for value in self.output_file:
            name, separator, path = value.partition("=")
            if not separator or not path:
                raise ConfigError(f"--output-file {value}: FORMAT=PATH is needed", hint="such as sarif=report.sarif")
            found.append((name, Path(path)))
        return found

    @property
    def written(self) -> list[Path]:
        """The files that the run writes whole."""
        return [path for path in (*(path for _, path in self.wanted), self.write_baseline) if path is not None]

    @property
    def speaks_on_stdout(self) -> bool:
        """Whether a person reads standard output, so that more may be said there."""
        return self.output is None and self.wanted[0][0] in ("text", "concise")

    @property
    def colored(self) -> bool:
        """Whether what goes to the screen is coloured."""
        return self.color == "always" or (self.color == "auto" and self.output is None and terminal.shows_color())

    @property
    def selected(self) -> tuple[str, ...]:
        """The rules and groups that `select` names."""
        return _split(self.select)

    @property
    def ignored(self) -> tuple[str, ...]:
        """The rules and groups that `ignore` names."""
        return _split(self.ignore)


def _default_format(output: Path | None) -> str:
    """Return the format that a file's name asks for; on the screen, what the environment says."""
    named = os.environ.get("ADVOCACY_LINT_FORMAT")
    if named:
        return named
    by_name = _FORMATS_BY_SUFFIX.get(output.suffix.lower()) if output is not None else None
    if by_name:
        return by_name
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def check_options(options: Options) -> None:
    """Raise ConfigError for what would be done otherwise than it was meant, without a word."""
    for name, value in (("locale", options.locale), ("language", options.language)):
        if value is not None and (value if name == "locale" else code_of(value)) not in SUPPORTED:
            raise ConfigError(f"--{name} {value}", hint=f"allowed: {', '.join(SUPPORTED)}")
    if options.color not in COLORS:
        raise ConfigError(f"--color {options.color}", hint="auto, always or never")
