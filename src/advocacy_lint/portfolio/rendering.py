"""The picture of a month as text, as a page, and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from advocacy_lint.languages import messages, writing
from advocacy_lint.outputs.html import safe as escape
from advocacy_lint.outputs.readability import band, is_hard
from advocacy_lint.portfolio.picture import Count, Picture
from advocacy_lint.portfolio.words import asked, month_name

_INDENT = "  "
_BAR = 20


def _bar(part: float) -> str:
    filled = round(min(max(part, 0), 1) * _BAR)
    return "█" * filled + "░" * (_BAR - filled)


def as_text(shown: Picture, language: str, width: int = 80) -> str:
    """Return the picture for a terminal."""
    words = messages("month", language)
    lines = [words["title"], "", *(_INDENT + line for line in _summary(shown, language)), ""]
    for heading, rows in _tables(shown, language):
        lines += [heading, *_rows(rows), ""]
    missing = _missing(shown, language)
    if missing:
        lines += [words["missing"], *(line for each in missing for line in _wrapped(each, width)), ""]
    if shown.findings:
        lines.append(words["findings"])
        for finding in shown.findings:
            lines += _wrapped(f"{finding.message}  {finding.rule}", width)
        lines.append("")
    lines.append(words["wishes"])
    for number, wish in enumerate(shown.wishes, 1):
        who, question = asked(wish, language)
        lines += [*_wrapped(f"{number}. {who}:", width), *_wrapped(question, width, "     ")]
    return "\n".join(lines) + "\n"


def _summary(shown: Picture, language: str) -> Iterator[str]:
    words = messages("month", language)
    months = ", ".join(f"{month_name(month.name, language)} ({month.posts})" for month in shown.months)
    yield f"{shown.posts} {words['posts'] if shown.posts != 1 else words['post']}" + (f" · {months}" if months else "")
    if shown.mean_score is not None:
        mean = f"{writing(language).figure(f'{shown.mean_score:g}')} {words['mean']}"
        yield f"{mean} · {shown.ready} {words['ready']} · {shown.company_news} {words['company']}"
    if shown.readability is not None:
        found, bands = shown.readability, messages("readability", language)
        mean = words["readability"].format(lix=found.mean, band=bands[band(found.mean)])
        hardest = words["hardest"].format(name=found.hardest, lix=found.lix, band=bands[band(found.lix)])
        yield f"{mean} · {hardest}" if is_hard(found.lix) else mean


def _tables(shown: Picture, language: str) -> Iterator[tuple[str, list[tuple[str, float, str]]]]:
    """Yield headings with rows of name, part (0-1) and what stands beside the bar."""
    words = messages("month", language)
    if shown.dimensions:
        yield (
            words["dimensions"],
            [(messages("dimensions", language)[name], score / 100, str(score)) for name, score in shown.dimensions.items()],
        )
    if shown.audiences:
        yield words["audiences"], _counted(shown.audiences, shown.posts, words)
    if shown.voices:
        yield words["voices"], _counted(shown.voices, shown.posts, words)
    if shown.heard:
        rows = sorted(shown.heard.items(), key=lambda pair: -pair[1])
        yield words["heard"], _counted([Count(messages("heard", language)[kind], count) for kind, count in rows], shown.posts, words)


def _counted(counts: Sequence[Count], posts: int, words: Mapping[str, str]) -> list[tuple[str, float, str]]:
    return [(each.name, each.posts / posts, str(each.posts) if each.posts else words["nobody"]) for each in counts]


def _rows(rows: Sequence[tuple[str, float, str]]) -> list[str]:
    longest = min(36, max(len(name) for name, _, _ in rows))
    return [f"{_INDENT}{_cut(name, longest):<{longest}}  {_bar(part)} {beside}" for name, part, beside in rows]


def _cut(name: str, longest: int) -> str:
    return name if len(name) <= longest else name[: longest - 1] + "…"


def _missing(shown: Picture, language: str) -> list[str]:
    words = messages("month", language)
    found = []
    if not shown.audiences:
        found.append(words["undeclared"])
    if not shown.voices:
        found.append(words["unnamed"])
    if shown.silent:
        found.append(words["silent"] + ", ".join(shown.silent))
    return found


def _wrapped(text: str, width: int, indent: str = _INDENT) -> list[str]:
    return wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def as_html(shown: Picture, language: str) -> str:
    """Return the picture as one page that needs nothing from anywhere."""
    words = messages("month", language)
    parts = [f"<h1>{escape(words['title'])}</h1>", *(f"<p>{escape(line)}</p>" for line in _summary(shown, language))]
    for heading, rows in _tables(shown, language):
        parts.append(f"<h2>{escape(heading)}</h2><table>")
        for name, part, beside in rows:
            meter = f"<meter min='0' max='1' value='{part:.2f}'></meter>"
            parts.append(f"<tr><th scope='row'>{escape(name)}</th><td>{meter}</td><td>{escape(beside)}</td></tr>")
        parts.append("</table>")
    missing = _missing(shown, language)
    if missing:
        parts.append(f"<h2>{escape(words['missing'])}</h2>" + "".join(f"<p>{escape(each)}</p>" for each in missing))
    if shown.findings:
        items = "".join(f"<li>{escape(each.message)} <code>{escape(each.rule)}</code></li>" for each in shown.findings)
        parts.append(f"<h2>{escape(words['findings'])}</h2><ul>{items}</ul>")
    questions = "".join(
        f"<li><b>{escape(who)}</b>: {escape(question)}</li>" for who, question in (asked(wish, language) for wish in shown.wishes)
    )
    parts.append(f"<h2>{escape(words['wishes'])}</h2><ol>{questions}</ol>")
    return _PAGE.format(language=language, title=escape(words["title"]), body="\n".join(parts))


_PAGE = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }}
h2 {{ margin: 1.6rem 0 .4rem; font-size: 1.1rem; }}
th {{ text-align: left; font-weight: normal; padding-right: 1rem; }}
meter {{ width: 12rem; }}
code {{ color: #666; }}
@media (prefers-color-scheme: dark) {{ body {{ color: #ddd; background: #181818; }} code {{ color: #999; }} }}
</style>
{body}
</html>
"""


def as_data(shown: Picture, language: str) -> dict[str, object]:
    """Return the picture as plain data for JSON."""
    return {
        "posts": shown.posts,
        "months": {each.name: each.posts for each in shown.months},
        "mean_score": shown.mean_score,
        "ready": shown.ready,
        "company_news": shown.company_news,
        "dimensions": dict(shown.dimensions),
        "audiences": {each.name: each.posts for each in shown.audiences},
        "voices": {each.name: each.posts for each in shown.voices},
        "heard": dict(shown.heard),
        "silent": list(shown.silent),
        "readability": {name: getattr(shown.readability, name) for name in ("mean", "hardest", "lix")} if shown.readability else None,
        "ask_for": [
            {"topic": wish.topic, "who": wish.who or None, "audience": wish.audience or None, "question": asked(wish, language)[1]}
            for wish in shown.wishes
        ],
    }
