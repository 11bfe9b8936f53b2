import { el, newId } from "./dom.js";
import { remember } from "./route.js";

/**
 * @typedef {object} Field
 * @property {string} name in the address
 * @property {string} label
 * @property {string} [hint]
 * @property {readonly string[]} [options] to choose from
 * @property {readonly string[]} [proposals] to type, with these as help
 * @property {string} [otherwise] option when nothing is chosen; without it, everything
 */

/** @param {Field} field */
function control({ name, options, proposals, hint, otherwise }) {
  const id = newId();
  if (options !== undefined) {
    const all = el("option", { value: otherwise === undefined ? "" : "all" }, "all");
    const select = el(
      "select",
      { id, name },
      all,
      options.map((option) => el("option", { value: option }, option)),
    );
    select.value = otherwise ?? "";
    return { id, input: select, extra: undefined };
  }
  const listId = newId();
  const input = el("input", {
    id,
    name,
    type: "search",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: hint,
    list: proposals === undefined ? undefined : listId,
  });
  const extra =
    proposals &&
    el(
      "datalist",
      { id: listId },
      proposals.map((value) => el("option", { value })),
    );
  return { id, input, extra };
}

/**
 * A form of filters that shows what is found while one types and tells the number.
 * @param {string} view
 * @param {readonly Field[]} fields
 * @param {(values: Readonly<Record<string, string>>) => string} apply gives the result in words
 */
export function filters(view, fields, apply) {
  const controls = fields.map((field) => ({ field, ...control(field) }));
  const status = el("p", { class: "status", role: "status", "aria-live": "polite" });
  const active = el("p", { class: "printed-filters" });

  const values = () => Object.fromEntries(controls.map(({ field, input }) => [field.name, input.value]));
  const given = () => controls.filter(({ field, input }) => input.value !== (field.otherwise ?? ""));

  function refresh() {
    status.textContent = apply(values());
    active.textContent = given()
      .map(({ field, input }) => `${field.label}: ${input.value}`)
      .join("; ");
    clear.disabled = given().length === 0;
  }
  function changed() {
    remember(view, Object.fromEntries(given().map(({ field, input }) => [field.name, input.value])));
    refresh();
  }
  const clear = el(
    "button",
    {
      type: "button",
      class: "clear",
      click: () => {
        set(new URLSearchParams());
        changed();
        controls[0]?.input.focus();
      },
    },
    "Clear",
  );

  /** @param {URLSearchParams} from */
  function set(from) {
    for (const { field, input } of controls) input.value = from.get(field.name) ?? field.otherwise ?? "";
  }

  const form = el(
    "form",
    { class: "filters", role: "search", submit: (event) => event.preventDefault(), input: changed },
    controls.map(({ field, id, input, extra }) =>
      el("div", { class: "field" }, el("label", { for: id }, field.label), input, extra),
    ),
    clear,
  );
  return {
    element: el("div", {}, form, active, status),
    /** @param {URLSearchParams} from */
    open: (from) => {
      set(from);
      refresh();
    },
  };
}
