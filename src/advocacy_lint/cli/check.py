"""`check`: the main job. Reads drafts, lints them, prints what would help."""

# Annotations are left to be values here: typer asks for them four times, and each time would work all of them out from text (3 ms).
from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Files, folders, globs; - for standard input.", show_default=False)
]
Format = Annotated[
    str | None, typer.Option("--format", "-f", help="text concise json jsonl github sarif gitlab junit checkstyle rdjson markdown html csv")
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of the screen.")]
OutputFile = Annotated[
    list[str] | None, typer.Option("--output-file", metavar="FORMAT=PATH", help="Also write this format there; repeatable.")
]
Ids = Annotated[
    list[str] | None, typer.Option(metavar="ID", help="Rule ids or prefixes (brag, tone/buzzword); repeatable, or comma-separated.")
]


def check(
    paths: Paths = None,
    output_format: Format = None,
    output: Output = None,
    output_file: OutputFile = None,
    select: Ids = None,
    ignore: Ids = None,
    rules: Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help="A folder of your own rules; repeatable.")] = None,
    language: Annotated[str | None, typer.Option(help="The posts' language, where they do not say: da or en.")] = None,
    locale: Annotated[str | None, typer.Option(help="The language of messages: da or en; the post's own by default.")] = None,
    fail_on: Annotated[str | None, typer.Option(help="Exit with 1 from this level: error, warning, info, never.")] = None,
    min_score: Annotated[int | None, typer.Option(help="Exit with 1 if a post scores under this.", min=0, max=100)] = None,
    max_drop: Annotated[
        int | None, typer.Option(help="With --changed-since: exit with 1 if a post scores this much less than then.", min=0)
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Apply the safe replacements.")] = False,
    unsafe_fixes: Annotated[bool, typer.Option("--unsafe-fixes", help="Also those that change emphasis.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be replaced; writes nothing.")] = False,
    baseline: Annotated[Path | None, typer.Option(help="Leave out findings that this file has.")] = None,
    write_baseline: Annotated[Path | None, typer.Option(help="Write today's findings to this file, to leave them out later.")] = None,
    changed_since: Annotated[str | None, typer.Option(metavar="REV", help="Only posts touched since this Git revision.")] = None,
    context: Annotated[
        list[Path] | None, typer.Option(help="Posts to hold these against (copies), without linting them; repeatable.")
    ] = None,
    jobs: Annotated[int, typer.Option(help="Processes; 0: as many as there are processors, for many files.", min=0)] = 0,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache of results.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count findings by rule at the end.")] = False,
    preview: Annotated[bool, typer.Option("--preview", help="Show each post as it looks before “…see more”.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Lint again whenever a file is saved (needs advocacy-lint[watch]).")] = False,
    no_score: Annotated[bool, typer.Option("--no-score", help="No numbers, only advice.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Every finding, with its reason.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Nothing for posts that pass.")] = False,
    config: Annotated[Path | None, typer.Option("--config", help="This configuration instead of the nearest.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="No configuration at all.")] = False,
    stdin_filename: Annotated[str | None, typer.Option(help="The name under which standard input is read and configured.")] = None,
    color: Annotated[str, typer.Option(help="auto, always or never; NO_COLOR and FORCE_COLOR are heard.")] = "auto",
    debug_timing: Annotated[bool, typer.Option("--debug-timing", help="Where the time went, on standard error.")] = False,
) -> None:
    """Lint drafts and say what would make them worth reading. Exits with 0 (fine), 1 (findings), 2 (something could not be used)."""
    from advocacy_lint import checking

    code = checking.check(
        paths, output_format, output, output_file, select, ignore, rules, language, locale, fail_on, min_score, max_drop, fix,
        unsafe_fixes, diff, baseline, write_baseline, changed_since, context, jobs, no_cache, statistics, preview, watch, no_score,
        verbose, quiet, config, isolated, stdin_filename, color, debug_timing,
    )  # fmt: skip
    if code:
        raise typer.Exit(code)
