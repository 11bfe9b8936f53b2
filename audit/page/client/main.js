import { data } from "./data.js";
import { el } from "./dom.js";
import { address, route } from "./route.js";
import { accessView } from "./view-access.js";
import { accountsView } from "./view-accounts.js";
import { columnsView } from "./view-columns.js";
import { controlsView } from "./view-controls.js";
import { directView } from "./view-direct.js";
import { lineageView } from "./view-lineage.js";
import { openView } from "./view-open.js";
import { overviewView } from "./view-overview.js";
import { peopleView } from "./view-people.js";

/** @typedef {{ readonly element: HTMLElement, readonly open: (filters: URLSearchParams) => void, readonly all: () => void }} View */

const VIEWS = /** @type {const} */ ([
  ["overview", "Overview", overviewView],
  ["access", "Access", accessView],
  ["columns", "Columns", columnsView],
  ["people", "People", peopleView],
  ["direct", "S3 and keys", directView],
  ["lineage", "Lineage", lineageView],
  ["accounts", "Accounts", accountsView],
  ["controls", "Controls", controlsView],
  ["open", "Not decided", openView],
]);

const main = el("main", { id: "main", tabindex: -1 });
const links = VIEWS.map(([name, title]) => el("a", { href: address(name) }, title));

/** @type {Map<string, { readonly section: HTMLElement, readonly view: View }>} */
const made = new Map();

/** @param {typeof VIEWS[number]} of */
function section([name, , make]) {
  const known = made.get(name);
  if (known !== undefined) return known;
  const view = make();
  const pair = { section: el("section", { id: `view-${name}`, class: "view" }, view.element), view };
  made.set(name, pair);
  const after = VIEWS.slice(VIEWS.findIndex(([each]) => each === name) + 1).flatMap(
    ([each]) => made.get(each)?.section ?? [],
  );
  main.insertBefore(pair.section, after[0] ?? null);
  return pair;
}

/** @param {boolean} moveFocus not when the page opens */
function show(moveFocus) {
  const { view: wanted, filters } = route();
  const chosen = VIEWS.find(([name]) => name === wanted) ?? VIEWS[0];
  const { section: shown, view } = section(chosen);
  view.open(filters);
  for (const { section: each } of made.values()) each.hidden = each !== shown;
  for (const [index, link] of links.entries()) {
    if (VIEWS[index] === chosen) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${chosen[1]} – ${data.title}`;
  if (!moveFocus) return;
  scrollTo(0, 0);
  const heading = shown.querySelector("h2");
  if (heading instanceof HTMLElement) heading.focus();
}

/** Print from the overview is the whole report; from any other view it is that view with its filters. */
function beforePrint() {
  const isReport = made.get("overview")?.section.hidden === false;
  for (const each of VIEWS) {
    if (!isReport && made.get(each[0])?.section.hidden !== false) continue;
    const { section: shown, view } = section(each);
    if (shown.hidden || isReport) view.open(isReport ? new URLSearchParams() : route().filters);
    shown.hidden = false;
    view.all();
  }
  if (isReport) return;
  for (const details of main.querySelectorAll("td details, th details")) details.setAttribute("open", "");
}

document.body.prepend(
  el(
    "a",
    {
      class: "skip",
      href: "#main",
      click: (event) => {
        event.preventDefault();
        main.focus();
      },
    },
    "Skip to content",
  ),
  el(
    "header",
    { class: "top" },
    el("h1", {}, data.title),
    el(
      "nav",
      { "aria-label": "Views" },
      el(
        "ul",
        {},
        links.map((link) => el("li", {}, link)),
      ),
    ),
  ),
  main,
);
addEventListener("hashchange", () => show(true));
addEventListener("beforeprint", beforePrint);
addEventListener("afterprint", () => show(false));
show(false);
