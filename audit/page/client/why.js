import { data } from "./data.js";
import { el } from "./dom.js";

const SHOWN = 12;

/** @param {import("../../types").Cause} cause */
const causeItem = ({ says, stack, address, constructPath, file, pointer }) =>
  el(
    "li",
    {},
    el("p", { class: "says" }, says),
    el(
      "dl",
      { class: "place" },
      el("dt", {}, "Stack"),
      el("dd", {}, stack),
      el("dt", {}, "Address"),
      el("dd", {}, el("code", {}, address)),
      constructPath !== undefined && [el("dt", {}, "Construct"), el("dd", {}, el("code", {}, constructPath))],
      el("dt", {}, "In the JSON"),
      el("dd", {}, el("code", {}, `${file} ${pointer}`)),
    ),
  );

/**
 * Places in the JSON that are the reason for something.
 * @param {readonly number[]} causes
 */
export function because(causes) {
  const items = causes.flatMap((index) => data.causes[index] ?? []);
  const rest = items.slice(SHOWN);
  return el(
    "div",
    { class: "because" },
    items.length === 0
      ? el("p", {}, "The JSON names no single place.")
      : el("ol", {}, items.slice(0, SHOWN).map(causeItem)),
    rest.length > 0 &&
      el("details", {}, el("summary", {}, `${rest.length} more`), el("ol", { start: SHOWN + 1 }, rest.map(causeItem))),
  );
}
