import { accountName, data } from "./data.js";
import { badge, el, plural } from "./dom.js";
import { filters } from "./filters.js";
import { heading } from "./parts.js";
import { isNarrow, picture } from "./picture.js";
import { address } from "./route.js";
import { matches } from "./search.js";
import { table } from "./table.js";
import { because } from "./why.js";

/** @typedef {import("../data").PageAccount} PageAccount */
/** @typedef {import("../data").PageFlow} PageFlow */

const LANES = ["Sources", "Lake", "Readers", "Others"];
/** Accounts of a lane that are drawn; the tables hold all. */
const DRAWN = 40;

/** @param {PageAccount} account */
const laneOf = ({ roles }) =>
  roles.includes("lake") ? 1 : roles.includes("source") ? 0 : roles.includes("consumer") ? 2 : 3;

/** @type {Readonly<Record<PageFlow["kind"], string>>} */
const KINDS = { replicates: "replicates", shares: "lets read", direct: "lets use S3" };

/** @param {PageFlow} flow */
const flowTexts = ({ from, to, kind, what }) => [from, to, accountName(from), accountName(to), KINDS[kind], what];

/**
 * @param {readonly PageAccount[]} accounts
 * @param {readonly PageFlow[]} flows
 */
function pictureOf(accounts, flows) {
  /** @type {number[]} */
  const counts = [0, 0, 0, 0];
  const boxes = accounts
    .toSorted((one, other) => (accountName(one.id) < accountName(other.id) ? -1 : 1))
    .flatMap((account) => {
      const lane = laneOf(account);
      counts[lane] = (counts[lane] ?? 0) + 1;
      if ((counts[lane] ?? 0) > DRAWN) return [];
      return [
        {
          id: account.id,
          lane,
          title: accountName(account.id),
          lines: [
            ...(accountName(account.id) === account.id ? [] : [account.id]),
            plural(account.stacks.length, "stack"),
          ],
          style: `box-account-${lane}`,
          href: address("accounts", { q: accountName(account.id) }),
        },
      ];
    });
  const arrows = flows.map(({ from, to, kind, what }) => ({
    from,
    to,
    ...(flows.length > 40 ? {} : { label: kind === "direct" ? `S3: ${what}` : what }),
    style: `arrow-${kind}`,
  }));
  const used = LANES.map((_, lane) => boxes.some((box) => box.lane === lane));
  const lanes = LANES.filter((_, lane) => used[lane]);
  const moved = boxes.map((box) => ({ ...box, lane: used.slice(0, box.lane).filter(Boolean).length }));
  return {
    left: accounts.length - boxes.length,
    drawn: picture({
      title: `${plural(boxes.length, "account")} and ${plural(flows.length, "flow")} between them; the tables below say the same`,
      lanes,
      boxes: moved,
      arrows,
      isNarrow: isNarrow(),
      gap: 190,
    }),
  };
}

/** Which accounts there are and what flows between them. */
export function accountsView() {
  const shown = el("div", { class: "scroll", role: "region", "aria-label": "Picture of the accounts", tabindex: 0 });
  const note = el("p", { class: "quiet" });
  /** @type {import("./table.js").Listing<PageFlow>} */
  const flowRows = {
    caption: "What flows between accounts",
    empty: "Nothing flows between accounts.",
    name: ({ from, to, kind }) => `${accountName(from)} ${KINDS[kind]} ${accountName(to)}`,
    explain: ({ causes }) => because(causes),
    columns: [
      {
        title: "From",
        isHeader: true,
        cell: ({ from }) => accountName(from),
        order: ({ from }) => accountName(from),
      },
      { title: "How", cell: ({ kind }) => badge(`flow-${kind}`, KINDS[kind]), order: ({ kind }) => kind },
      { title: "To", cell: ({ to }) => accountName(to), order: ({ to }) => accountName(to) },
      { title: "What", cell: ({ what }) => what },
    ],
  };
  const flowListing = table(flowRows);
  /** @type {import("./table.js").Listing<PageAccount>} */
  const accountRows = {
    caption: "Accounts",
    empty: "No such account.",
    columns: [
      {
        title: "Account",
        isHeader: true,
        cell: ({ id }) => [el("span", { class: "strong" }, accountName(id)), el("span", { class: "quiet" }, id)],
        order: ({ id }) => accountName(id),
      },
      {
        title: "What it is for",
        cell: ({ roles }) =>
          roles.length === 0
            ? el("span", { class: "quiet" }, "none of source, lake and reader")
            : roles.map((role) => (role === "consumer" ? "reader" : role)).join(", "),
      },
      {
        title: "Stacks",
        cell: ({ stacks }) =>
          el(
            "details",
            {},
            el("summary", {}, plural(stacks.length, "stack")),
            el(
              "ul",
              { class: "plain" },
              stacks.map((stack) => el("li", {}, el("code", {}, stack))),
            ),
          ),
        order: ({ stacks }) => stacks.length,
      },
      { title: "People", cell: ({ id }) => el("a", { href: address("people", { q: id }) }, "who holds permissions") },
    ],
  };
  const accountListing = table(accountRows);
  const form = filters(
    "accounts",
    [{ name: "q", label: "Search", hint: "governance, finance, 1111" }],
    ({ q = "" }) => {
      const flows = data.flows.filter((flow) => matches(q, flowTexts(flow)));
      const ends = new Set(flows.flatMap(({ from, to }) => [from, to]));
      const accounts = data.accounts.filter(({ id }) => ends.has(id) || matches(q, [id, accountName(id)]));
      const { drawn, left } = pictureOf(accounts, flows);
      shown.replaceChildren(drawn);
      note.textContent = left > 0 ? `${left} accounts are not drawn: narrow the search.` : "";
      flowListing.update(flows);
      accountListing.update(accounts);
      return `${plural(accounts.length, "account")}, ${plural(flows.length, "flow")} between them`;
    },
  );
  return {
    element: el(
      "div",
      {},
      heading(
        "Accounts",
        "Which accounts the stacks are deployed to, and what goes from one to another: changes of databases, tables that are read, files in S3.",
      ),
      form.element,
      note,
      shown,
      flowListing.element,
      accountListing.element,
    ),
    open: form.open,
    all() {
      flowListing.all();
      accountListing.all();
    },
  };
}
