"use strict";
// The page: sends the draft to this computer's own server while it is written, and shows what comes back. Every word of a draft goes
// into the page as text, never as markup.

const SAYS = {
  da: {
    skip: "Gå til udkastet", languages: "Sprog", copy: "Kopiér teksten", save: "Gem", draft: "Udkast", about: "Hvem skriver, til hvem og hvorfor?",
    author: "Forfatter", audience: "Til hvem?", goal: "Hvad skal det føre til?", channel: "Kanal", empty: "Skriv eller indsæt dit udkast her.",
    fold: "Før «…se mere»", judgement: "Vurdering", views: "Visninger", advice: "Råd", questions: "Spørgsmål", shorter: "Strammere",
    word: "ord", words: "ord", phone: "telefon", desktop: "computer", tone: "tone", brag: "praleri", voice: "stemme", audienceDim: "målgruppe", purpose: "formål",
    craft: "håndværk", lead: "Begynd her:", why: "Hvorfor?", not: "Ikke her, fordi …", because: "Hvorfor ikke her?",
    allow: "Lad stå", aside: "Sat til side", cut: "Slet «{text}»", write: "Skriv «{text}»", frame: "Indsæt «{text}»", good: "Godt",
    nothing: "Intet at rette.", all: "Ret alt, der sikkert kan rettes", coach: "Lav et udkast af svarene", use: "Brug dette udkast",
    answer: "Svar, som du ville sige det højt", out: "Ikke med", copied: "Kopieret.", saved: "Gemt.", fixed: "rettet",
    short: "Skriv et par sætninger, så er der noget at bedømme.", long: "Udkastet er for langt.", unjudged: "Ingen score: {reason}.", before: "før", after: "efter", none: "Ingen spørgsmål.", gone: "Serveren svarer ikke.",
    kept: "Beholdt", trimmed: "Trimmet", moved: "Flyttet", cutOut: "Slettet", more: "til",
  },
  en: {
    skip: "Go to the draft", languages: "Language", copy: "Copy the text", save: "Save", draft: "Draft", about: "Who writes, for whom, and why?",
    author: "Author", audience: "For whom?", goal: "What should come of it?", channel: "Channel", empty: "Write or paste your draft here.",
    fold: "Before “…see more”", judgement: "Judgement", views: "Views", advice: "Advice", questions: "Questions", shorter: "Tighter",
    word: "word", words: "words", phone: "phone", desktop: "desktop", tone: "tone", brag: "bragging", voice: "voice", audienceDim: "audience", purpose: "purpose",
    craft: "craft", lead: "Begin here:", why: "Why?", not: "Not here, because …", because: "Why not here?",
    allow: "Let it stand", aside: "Set aside", cut: "Cut “{text}”", write: "Write “{text}”", frame: "Insert “{text}”", good: "Good",
    nothing: "Nothing to mend.", all: "Apply every safe rewrite", coach: "Make a draft of the answers", use: "Use this draft",
    answer: "Answer as you would say it out loud", out: "Left out", copied: "Copied.", saved: "Saved.", fixed: "rewritten",
    short: "Write a few sentences, and there is something to judge.", long: "The draft is too long.", unjudged: "No score: {reason}.", before: "before", after: "after", none: "No questions.", gone: "The server does not answer.",
    kept: "Kept", trimmed: "Trimmed", moved: "Moved", cutOut: "Cut", more: "more",
  },
};
const WAIT = 200;
const FEW = 10; // words: of fewer nobody can tell the language
const FIRST = 3; // cards that show at once: three useful sentences, not forty nitpicks
const byId = (id) => document.getElementById(id);
const text = byId("text");
const fields = ["author", "audience", "goal", "channel"];
const state = { locale: "en", file: null, linted: null, wrong: "", text: "", asked: 0, shown: 0, aside: [], answers: {}, chosen: null, timer: 0, restOpen: false };
const say = (name) => SAYS[state.locale][name];
const dimension = (name) => say(name === "audience" ? "audienceDim" : name);

function made(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
function button(label, action, kind = "") {
  const element = made("button", { type: "button", textContent: label, className: kind });
  element.addEventListener("click", action);
  return element;
}
const short = (words, most = 60) => { const flat = words.split(/\s+/).join(" ").trim(); return flat.length > most ? flat.slice(0, most - 1) + "…" : flat; };
function tell(words) { byId("said").textContent = words; clearTimeout(tell.timer); tell.timer = setTimeout(() => { byId("said").textContent = ""; }, 3000); }

async function call(name, body) {
  const response = await fetch(name, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) })
    .catch(() => { throw new Error(say("gone")); });
  const answer = await response.json();
  if (response.status === 413) answer.error = say("long");
  if (!response.ok) throw Object.assign(new Error(answer.error || say("gone")), { status: response.status });
  return answer;
}
const asked = () => ({ text: text.value, locale: state.locale, meta: Object.fromEntries(fields.map((name) => [name, byId(name).value]).filter(([, value]) => value)) });

// Offsets come in code points; the page counts in UTF-16.
function places(source) {
  if (!/[\ud800-\udfff]/.test(source)) return (offset) => offset;
  const starts = [];
  let at = 0;
  for (const letter of source) { starts.push(at); at += letter.length; }
  starts.push(at);
  return (offset) => starts[Math.min(offset, starts.length - 1)];
}

async function lint() {
  const mine = ++state.asked;
  const sent = text.value;
  remember();
  state.wrong = "";
  if (!sent.trim()) { state.linted = null; show(); return; }
  try {
    const answer = await call("lint", asked());
    if (mine < state.shown) return;
    state.shown = mine; state.linted = answer; state.text = sent;
    show();
  } catch (error) {
    if (mine !== state.asked) return;
    if (error.status !== 422 && error.status !== 413) { tell(error.message); return; }
    // What cannot be judged has no old judgement beside it.
    Object.assign(state, { shown: mine, linted: null, wrong: error.message });
    show();
  }
}
function soon() { clearTimeout(state.timer); grow(); state.timer = setTimeout(lint, WAIT); drawMarks(); }
function grow() { text.style.height = "auto"; text.style.height = `${text.scrollHeight}px`; }
function remember() {
  if (state.file) return;
  try { sessionStorage.setItem("draft", text.value); fields.forEach((name) => sessionStorage.setItem(name, byId(name).value)); } catch { /* nothing is kept where nothing may be */ }
}

function show() { showScore(); showLead(); drawMarks(); showAdvice(); showQuestions(); showFolds(); if (!byId("shorter").hidden) tighter(); }

// Why there is no score; "" where there is one.
function unjudged() {
  const found = state.linted;
  if (state.wrong || (found && found.score !== null)) return state.wrong;
  const reason = found && found.words >= FEW ? found.skipped.join(" ") : "";
  return reason ? say("unjudged").replace("{reason}", () => reason) : say("short");
}

function showScore() {
  const found = state.linted;
  const score = byId("score");
  score.replaceChildren();
  byId("dimensions").replaceChildren();
  byId("counted").textContent = found ? `${found.words} ${say(found.words === 1 ? "word" : "words")}` : "";
  if (unjudged()) { score.append(made("span", { textContent: unjudged() })); return; }
  score.append(made("b", { textContent: found.score }), made("span", { textContent: `${found.grade} · ${found.gradeWord}` }));
  for (const { name, value } of found.dimensions) {
    if (value === null) continue;
    const meter = made("meter", { min: 0, max: 100, low: 50, high: 65, optimum: 100, value });
    meter.setAttribute("aria-label", `${dimension(name)} ${value}`);
    byId("dimensions").append(made("div", {}, made("dt", { textContent: dimension(name) }), made("dd", {}, String(value), meter)));
  }
}

function showLead() {
  const lead = state.linted && state.linted.lead;
  const box = byId("lead");
  box.hidden = !lead;
  if (!lead) return;
  const go = button(quoted(short(lead.excerpt, 160)), () => select(lead.start, lead.end), "words");
  box.replaceChildren(made("span", { textContent: `${say("lead")} ` }), go);
}

function select(start, end) {
  if (text.value !== state.text) return;
  const place = places(state.text);
  text.focus();
  text.setSelectionRange(place(start), place(end));
}
// Changes go through the browser's own editing, so that undo takes them back.
function put(start, end, words) {
  if (text.value !== state.text) return;
  const place = places(state.text);
  let [first, last] = [place(start), place(end)];
  if (!words) {
    const before = first ? text.value[first - 1] : "\n";
    while (text.value[last] === " " && /[\s]/.test(before)) last += 1;
  }
  text.focus();
  text.setSelectionRange(first, last);
  document.execCommand(words ? "insertText" : "delete", false, words);
  const bracket = words.indexOf("[");
  if (bracket >= 0) text.setSelectionRange(first + bracket, first + words.indexOf("]", bracket) + 1);
}
function replaceAll(words) {
  text.focus();
  text.select();
  document.execCommand("insertText", false, words);
}

const isAside = (finding) => state.aside.some((each) => each.rule === finding.rule && each.excerpt === finding.excerpt);

function drawMarks() {
  const box = byId("marks");
  if (!state.linted || text.value !== state.text) {
    // While typing, marks that no longer fit are taken away rather than shown in the wrong place.
    box.textContent = text.value;
    return;
  }
  const place = places(state.text);
  const spans = [];
  state.linted.strengths.forEach((each) => each.spans.forEach(([start, end]) => spans.push([place(start), place(end), "strength", -1])));
  state.linted.findings.forEach((each, index) => { if (!isAside(each)) each.spans.forEach(([start, end]) => spans.push([place(start), place(end), each.level, index])); });
  const rank = { error: 0, warning: 1, info: 2, strength: 3 };
  spans.sort((a, b) => a[0] - b[0] || rank[a[2]] - rank[b[2]]);
  box.replaceChildren();
  let at = 0;
  for (const [start, end, kind, index] of spans) {
    if (start < at) continue;
    box.append(text.value.slice(at, start), made("mark", { className: kind + (index === state.chosen && index >= 0 ? " chosen" : ""), textContent: text.value.slice(start, end) }));
    at = end;
  }
  box.append(`${text.value.slice(at)}\n`);
}

function quoted(words) { return state.locale === "da" ? `«${words}»` : `“${words}”`; }

function showAdvice() {
  const panel = byId("advice");
  panel.replaceChildren();
  const found = state.linted;
  if (!found) return;
  const open = found.findings.map((finding, index) => [finding, index]).filter(([finding]) => !isAside(finding));
  if (open.some(([finding]) => finding.rewrite && finding.rewrite.safe)) panel.append(button(say("all"), fixAll, "main all"));
  if (!open.length && !unjudged()) panel.append(made("p", { textContent: say("nothing") }));
  const cards = open.map(([finding, index]) => card(finding, index));
  panel.append(...cards.slice(0, FIRST));
  if (cards.length > FIRST) {
    panel.append(made("details", { id: "rest", open: state.restOpen }, made("summary", { textContent: `${cards.length - FIRST} ${say("more")}` }), ...cards.slice(FIRST)));
    byId("rest").addEventListener("toggle", (event) => { state.restOpen = event.target.open; });
  }
  const praised = found.strengths.filter((each) => each.excerpt);
  if (praised.length) panel.append(made("article", { className: "card strength" }, made("h3", { textContent: say("good") }), ...praised.map(praise)));
  if (state.aside.length) {
    const items = state.aside.map((each) => made("li", { textContent: `${each.excerpt ? quoted(short(each.excerpt)) : each.rule}: ${each.reason}` }));
    panel.append(made("details", {}, made("summary", { textContent: `${say("aside")} (${state.aside.length})` }), made("ul", { className: "list" }, ...items)));
  }
}

function card(finding, index) {
  const title = finding.excerpt ? button(quoted(short(finding.excerpt, 80)), () => { choose(index); select(finding.start, finding.end); }, "words") : made("span", { textContent: finding.message });
  const heading = made("h3", {}, title, finding.gain > 0 ? made("span", { className: "gain", textContent: `+${finding.gain}` }) : null);
  const body = [finding.excerpt ? finding.message : null, finding.suggest].filter(Boolean).map((words) => made("p", { textContent: words }));
  if (finding.ask.length) body.push(made("p", { className: "ask", textContent: finding.ask[0] }));
  const actions = made("div", { className: "actions" });
  const { rewrite } = finding;
  if (rewrite) {
    const label = rewrite.kind === "frame" ? "frame" : rewrite.after ? "write" : "cut";
    actions.append(button(say(label).replace("{text}", () => short(rewrite.after || rewrite.before)), () => put(rewrite.start, rewrite.end, rewrite.after), rewrite.safe ? "main rewrite" : "rewrite"));
  }
  actions.append(button(say("not"), () => setAside(finding, box)));
  const why = made("details", {}, made("summary", { textContent: say("why") }), made("p", { textContent: finding.why }));
  const box = made("article", { className: `card ${finding.level}${index === state.chosen ? " chosen" : ""}`, id: `card-${index}` }, heading, ...body, why, actions);
  return box;
}
function praise(strength) {
  const [first] = strength.spans;
  const words = button(`${quoted(short(strength.excerpt, 80))}:`, () => first && select(first[0], first[1]), "words");
  const credit = strength.credit > 0 ? made("span", { className: "gain", textContent: ` +${strength.credit}` }) : null;
  return made("p", {}, words, " ", strength.message.replace(/^[«“].*?[»”]: /s, ""), credit);
}
function choose(index) {
  state.chosen = index;
  document.querySelectorAll(".card.chosen").forEach((each) => each.classList.remove("chosen"));
  const box = byId(`card-${index}`);
  if (box) {
    box.classList.add("chosen");
    const rest = box.closest("details#rest");
    if (rest) rest.open = true;
  }
  drawMarks();
  return box;
}

function setAside(finding, box) {
  if (box.querySelector("form")) return;
  const reason = made("input", { required: true });
  reason.setAttribute("aria-label", say("because"));
  reason.placeholder = say("because");
  const form = made("form", { className: "actions" }, reason, made("button", { type: "submit", textContent: say("allow") }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const why = reason.value.replace(/--+>?/g, "–").trim();
    if (!why) return;
    if (state.file && /\.(md|markdown)$/i.test(state.file)) {
      const at = finding.excerpt ? places(state.text)(finding.start) : 0;
      const line = text.value.lastIndexOf("\n", Math.max(at - 1, 0)) + (at ? 1 : 0);
      text.focus();
      text.setSelectionRange(line, line);
      document.execCommand("insertText", false, `<!-- advocacy-lint ${finding.excerpt ? "off-next-line" : "off"}: ${finding.rule} -- ${why} -->\n`);
    } else {
      const at = [...document.querySelectorAll("#advice .card")].indexOf(box);
      state.aside.push({ rule: finding.rule, excerpt: finding.excerpt, reason: why });
      show();
      // Who works by keyboard goes on with the card that is there now.
      (document.querySelectorAll("#advice .card .actions > button:last-child")[at] || byId("tab-advice")).focus();
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    form.remove();
    box.querySelector(".actions > button:last-child").focus();
  });
  box.append(form);
  reason.focus();
}

async function fixAll() {
  try {
    const answer = await call("fix", asked());
    replaceAll(answer.text);
    tell(`${answer.count} ${say("fixed")}`);
  } catch (error) { tell(error.message); }
}

function showQuestions() {
  const panel = byId("questions");
  if (panel.contains(document.activeElement)) return;
  panel.replaceChildren();
  const found = state.linted;
  if (!found || !found.questions.length) { panel.append(made("p", { textContent: say("none") })); return; }
  panel.append(made("p", { className: "note", textContent: say("answer") }));
  found.questions.forEach((question, index) => {
    const field = made("textarea", { className: "answer", id: `answer-${index}`, value: state.answers[question.part] || "" });
    field.addEventListener("input", () => { state.answers[question.part] = field.value; });
    const label = made("label", { htmlFor: field.id, textContent: question.text });
    panel.append(made("div", { className: "question" }, label, field));
  });
  panel.append(button(say("coach"), coach, "main"), made("div", { id: "coached" }));
}
async function coach() {
  try {
    const answer = await call("coach", { ...asked(), answers: state.answers });
    byId("coached").replaceChildren(built(answer));
  } catch (error) { tell(error.message); }
}
function built(answer) {
  const scores = answer.score === null || answer.score === undefined ? "" : ` · ${answer.before ?? "–"} → ${answer.score}`;
  const sides = made("div", { className: "sides" },
    made("div", { className: "side" }, made("h3", { textContent: say("before") }), text.value),
    made("div", { className: "side" }, made("h3", { textContent: say("after") + scores }), answer.text));
  const left = answer.leftOut.map((each) => made("li", {}, each.words, made("small", { textContent: each.reason })));
  const out = left.length ? made("details", { open: true }, made("summary", { textContent: `${say("out")} (${left.length})` }), made("ul", { className: "list" }, ...left)) : null;
  return made("div", {}, sides, out, made("div", { className: "actions" }, button(say("use"), () => replaceAll(answer.text), "main")));
}
// Each statement of the draft beside what became of it, with the reason: nothing goes in silence.
function strict(answer) {
  const names = { kept: say("kept"), trimmed: say("trimmed"), moved: say("moved"), cut: say("cutOut") };
  const rows = answer.parts.map((part) => made("tr", { className: part.op },
    made("th", { scope: "row", textContent: names[part.op] || part.op }),
    made("td", {}, part.op === "cut" ? made("del", { textContent: part.before }) : part.before),
    made("td", {}, part.op === "kept" ? "=" : part.after, part.op !== "kept" && part.reason ? made("small", { textContent: part.reason }) : null)));
  const head = made("tr", {}, made("td"), made("th", { scope: "col", textContent: `${say("before")} · ${answer.before ?? "–"}` }), made("th", { scope: "col", textContent: `${say("after")} · ${answer.score ?? "–"}` }));
  const table = made("table", { className: "parts" }, made("thead", {}, head), made("tbody", {}, ...rows));
  return made("div", {}, table, made("div", { className: "actions" }, button(say("use"), () => replaceAll(answer.text), "main")));
}
async function tighter() {
  const panel = byId("shorter");
  const sent = text.value;
  if (unjudged()) { panel.replaceChildren(made("p", { textContent: unjudged() })); return; }
  let shown;
  try { shown = strict(await call("tighten", asked())); } catch (error) { shown = made("p", { textContent: error.message }); }
  if (sent === text.value) panel.replaceChildren(shown);
}

function showFolds() {
  const box = byId("folds");
  box.replaceChildren();
  if (!state.linted) return;
  for (const { screen, lines, folded, more } of state.linted.fold) {
    const shown = made("div", { className: `folded ${screen}` }, lines.join("\n"), folded ? made("span", { className: "more", textContent: ` ${more}` }) : null);
    box.append(made("h2", { textContent: say(screen) || screen }), shown);
  }
}

function tab(name) {
  for (const each of ["advice", "questions", "shorter"]) {
    const own = each === name;
    byId(each).hidden = !own;
    byId(`tab-${each}`).setAttribute("aria-selected", String(own));
    byId(`tab-${each}`).tabIndex = own ? 0 : -1;
  }
  if (name === "shorter") tighter();
}

function speak(locale) {
  state.locale = locale;
  document.documentElement.lang = locale;
  for (const code of ["da", "en"]) byId(code).setAttribute("aria-pressed", String(code === locale));
  document.querySelectorAll("[data-say]").forEach((each) => { each.textContent = say(each.dataset.say); });
  document.querySelectorAll("[data-label]").forEach((each) => each.setAttribute("aria-label", say(each.dataset.label)));
  text.placeholder = say("empty");
  try { sessionStorage.setItem("locale", locale); } catch { /* as above */ }
  lint();
}

function plain(pasted) { return pasted.replace(/\r\n?|\u000b/g, "\n").replace(/\u00a0/g, " ").replace(/^[·•§o]\t/gm, "• "); }

function listen() {
  text.addEventListener("input", soon);
  text.addEventListener("paste", (event) => {
    const pasted = event.clipboardData && event.clipboardData.getData("text/plain");
    if (!pasted) return;
    event.preventDefault();
    document.execCommand("insertText", false, plain(pasted));
  });
  text.addEventListener("click", () => {
    if (!state.linted || text.value !== state.text) return;
    const place = places(state.text);
    const at = text.selectionStart;
    const index = state.linted.findings.findIndex((each) => !isAside(each) && each.spans.some(([start, end]) => place(start) <= at && at <= place(end)));
    if (index < 0) return;
    tab("advice");
    const box = choose(index);
    if (box && text.selectionStart === text.selectionEnd) box.scrollIntoView({ block: "nearest" });
  });
  fields.forEach((name) => byId(name).addEventListener("input", soon));
  for (const code of ["da", "en"]) byId(code).addEventListener("click", () => speak(code));
  const tabs = ["advice", "questions", "shorter"];
  tabs.forEach((name, index) => {
    byId(`tab-${name}`).addEventListener("click", () => tab(name));
    byId(`tab-${name}`).addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      tab(next);
      byId(`tab-${next}`).focus();
    });
  });
  byId("copy").addEventListener("click", async () => { await navigator.clipboard.writeText(text.value); tell(say("copied")); });
  byId("save").addEventListener("click", async () => {
    try { await call("save", { text: text.value, locale: state.locale }); tell(say("saved")); } catch (error) { tell(error.message); }
  });
  window.addEventListener("resize", grow);
}

async function begin() {
  listen();
  const draft = await call("draft", {});
  state.file = draft.path;
  let kept = null;
  try { kept = sessionStorage.getItem("draft"); fields.forEach((name) => { byId(name).value = sessionStorage.getItem(name) || ""; }); } catch { /* as above */ }
  text.value = draft.text === null ? kept || "" : draft.text;
  byId("path").textContent = draft.path || "";
  byId("save").hidden = !draft.path;
  grow();
  tab("advice");
  byId("folding").open = window.matchMedia("(min-width: 861px)").matches;
  let locale = null;
  try { locale = sessionStorage.getItem("locale"); } catch { /* as above */ }
  speak(locale || (/^(da|nb|nn|no)\b/i.test(navigator.language) ? "da" : "en"));
}
begin();
