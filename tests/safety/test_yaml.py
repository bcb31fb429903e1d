"""YAML from strangers, wherever the program reads it: front matter, configuration, rule pack, programme, calendar, answers.

What the reader itself refuses is in tests/config/test_safe_yaml.py; here each way in is shown to lead through it.
"""

import pytest
from program import PLAIN, run, write

LAUGHS = "\n".join(["l0: &l0 [a, b]"] + [f"l{n}: &l{n} [*l{n - 1}, *l{n - 1}]" for n in range(1, 25)])
HOSTILE = {
    "laughs": (LAUGHS, 15, "more than 50 aliases, or aliases of aliases that grow without bound"),
    "deep": ("a: " + "[" * 100_000, 1, "nested deeper than 50"),
    "tag": ("a: !!python/object/apply:os.system ['touch ran']", 1, "tags such as tag:yaml.org,2002:python/object/apply:os are not allowed"),
    "own tag": ("a: !ond x", 1, "tags such as !ond are not allowed"),
    "twice": ("a: x\nb: x\na: y", 3, "duplicate key “a”"),
    "itself": ("a: &a [*a]", 1, "the alias *a stands for nothing, or for itself"),
    "merge": ("a: &a {b: c}\nd:\n  <<: *a\n  !!str e: f", 4, "a key is plain text"),
}
WAYS = {
    "configuration": ("advocacy-lint.yml", ("check", "a.md")),
    "named configuration": ("other.yml", ("check", "a.md", "--config", "other.yml")),
    "rule pack": ("pakke/tone/x.yml", ("check", "a.md", "--rules", "pakke")),
    "signal": ("pakke/lists/signals/x.yml", ("check", "a.md", "--rules", "pakke")),
    "rules test": ("pakke/tone/x.yml", ("rules", "test", "pakke")),
    "programme": ("p.yml", ("audit", "p.yml")),
    "answers": ("svar.yml", ("coach", "a.md", "--answers", "svar.yml", "--language", "da")),
}


# All of them where anybody's file is read in passing; one that is bounded and one that is named shows that the others go the same way.
EACH = [(way, each) for way in WAYS for each in (HOSTILE if way in ("configuration", "rule pack") else ("laughs", "tag"))]


@pytest.mark.parametrize(("way", "hostile"), EACH)
def test_one_line_and_exit_code_2(tmp_path, way, hostile):
    name, arguments = WAYS[way]
    text, line, said = HOSTILE[hostile]
    write(tmp_path, a=PLAIN)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    code, out, error = run(*arguments, cwd=tmp_path)
    assert (code, out, error.replace(f"{tmp_path}/", "")) == (2, "", f"{name}:{line}: {said}\n")
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("hostile", list(HOSTILE))
def test_front_matter_and_calendars_leave_the_other_files_alone(tmp_path, hostile):
    text, line, said = HOSTILE[hostile]
    write(tmp_path, a=f"---\n{text}\n---\n\n{PLAIN}", b=PLAIN)
    (tmp_path / "c.yml").write_text(text, encoding="utf-8")
    code, out, error = run("check", "a.md", "c.yml", "b.md", "--format", "csv", "--language", "da", "--select", "brag", cwd=tmp_path)
    if hostile in ("laughs", "merge"):
        front = f"line {3 if hostile == 'laughs' else 4}: aliases are not allowed here"
    elif hostile == "itself":
        front = "line 2: aliases are not allowed here"
    elif hostile == "twice":
        front = "line 4: front matter: “a” is given twice (also in line 2)"
    elif hostile == "deep":
        front = "line 1: the front matter is larger than 64 kB (end it with a line of three dashes)"
    else:
        front = f"line {line + 1}: {said}"
    assert (code, error.splitlines()) == (2, [f"a.md: {front}", f"c.yml: line {line}: {said}"])
    assert [row.split(",")[0] for row in out.splitlines()] == ["path", "b.md", "a.md", "c.yml"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.md", "b.md", "c.yml"]


def test_toml_of_a_repository(tmp_path):
    write(tmp_path, a=PLAIN)
    (tmp_path / "pyproject.toml").write_text("[tool.advocacy-lint]\nignore = " + "[" * 5000 + "]" * 5000 + "\n")
    code, out, error = run("check", "a.md", cwd=tmp_path)
    assert (code, out, error.count("\n"), error.startswith("pyproject.toml: ")) == (2, "", 1, True), error
