import { data } from "./data.js";
import { breakable, el, list, plural } from "./dom.js";
import { filters } from "./filters.js";
import {
  conditionsPart,
  decisionPart,
  heading,
  keyName,
  principalName,
  principalPart,
  principalTexts,
  tablesPart,
} from "./parts.js";
import { chooser, matches } from "./search.js";
import { table } from "./table.js";
import { because } from "./why.js";

/** @typedef {import("../data").PageBucketPath} BucketPath */
/** @typedef {import("../data").PageKeyPath} KeyPath */

const PEOPLE = [
  ...new Set([...data.buckets, ...data.keys].map(({ principal }) => principalName(principal))),
].toSorted();

/** @param {BucketPath} path */
function keyCell({ key }) {
  if (key === undefined) return el("span", { class: "quiet" }, "none of ours");
  const may =
    key.decision === "allowed"
      ? "may use it"
      : key.decision === "denied"
        ? "may not use it"
        : "whether it may use it is not decided";
  return [el("code", {}, ...breakable(keyName(key.arn))), el("span", { class: "quiet" }, may)];
}

/** Ways to objects and keys that do not pass Lake Formation. */
export function directView() {
  /** @type {import("./table.js").Listing<BucketPath>} */
  const bucketRows = {
    caption: "Ways to objects in S3",
    empty: "No such way to a bucket.",
    name: ({ principal, access, bucket }) => `${principalName(principal)}, ${access} ${bucket}`,
    explain: ({ causes }) => because(causes),
    columns: [
      {
        title: "Who",
        isHeader: true,
        cell: ({ principal }) => principalPart(principal),
        order: ({ principal }) => principalName(principal),
      },
      {
        title: "Bucket",
        cell: ({ bucket, objects }) => [
          el("span", { class: "strong" }, ...breakable(bucket)),
          el("span", { class: "quiet" }, objects.join(", ")),
        ],
        order: ({ bucket }) => bucket,
      },
      {
        title: "May",
        cell: (path) => [el("span", { class: "strong" }, path.access), ...decisionPart(path)],
        order: ({ access }) => access,
      },
      { title: "Key", cell: keyCell },
      {
        title: "Tables there",
        cell: ({ tables }) => tablesPart(tables),
        order: ({ tables }) => tables.length,
      },
      { title: "Only if", cell: ({ conditions }) => conditionsPart(conditions) },
    ],
  };
  const buckets = table(bucketRows);
  /** @type {import("./table.js").Listing<KeyPath>} */
  const keyRows = {
    caption: "Rights to keys",
    empty: "No such right to a key.",
    name: ({ principal, access, name }) => `${principalName(principal)}, ${access} ${name}`,
    explain: ({ causes }) => because(causes),
    columns: [
      {
        title: "Who",
        isHeader: true,
        cell: ({ principal }) => principalPart(principal),
        order: ({ principal }) => principalName(principal),
      },
      { title: "Key", cell: ({ name }) => el("span", { class: "strong" }, name), order: ({ name }) => name },
      {
        title: "May",
        cell: (path) => [el("span", { class: "strong" }, path.access), ...decisionPart(path)],
        order: ({ access }) => access,
      },
      {
        title: "Protects",
        cell: ({ protects }) =>
          protects.length === 0 ? el("span", { class: "quiet" }, "no bucket of the lake") : list(protects),
      },
      { title: "Only if", cell: ({ conditions }) => conditionsPart(conditions) },
    ],
  };
  const keys = table(keyRows);
  const form = filters(
    "direct",
    [
      { name: "q", label: "Search", hint: "loans raw, decrypt" },
      {
        name: "person",
        label: "Person or account",
        proposals: PEOPLE,
      },
      {
        name: "may",
        label: "May",
        options: [...new Set([...data.buckets, ...data.keys].map(({ access }) => access))].toSorted(),
      },
    ],
    ({ q = "", person = "", may = "" }) => {
      const isPerson = chooser(person, PEOPLE);
      const fits = (/** @type {BucketPath | KeyPath} */ path, /** @type {readonly string[]} */ texts) =>
        (may === "" || path.access === may) &&
        isPerson(principalName(path.principal), principalTexts(path.principal)) &&
        matches(q, [...principalTexts(path.principal), path.access, ...texts, ...path.conditions]);
      const foundBuckets = data.buckets.filter((path) =>
        fits(path, [path.bucket, ...path.tables, path.key === undefined ? "" : keyName(path.key.arn)]),
      );
      const foundKeys = data.keys.filter((path) => fits(path, [path.name, ...path.protects]));
      buckets.update(foundBuckets);
      keys.update(foundKeys);
      return `${plural(foundBuckets.length, "way")} to objects, ${plural(foundKeys.length, "right")} to keys`;
    },
  );
  return {
    element: el(
      "div",
      {},
      heading(
        "S3 and keys",
        "Who reaches files and keys without Lake Formation, by IAM, bucket and key policies: both sides across accounts, explicit denials taken off.",
      ),
      form.element,
      buckets.element,
      keys.element,
    ),
    open: form.open,
    all() {
      buckets.all();
      keys.all();
    },
  };
}
