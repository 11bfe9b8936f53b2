/** @typedef {Node | string | false | undefined} Child */
/** @typedef {Record<string, string | number | boolean | ((event: Event) => void) | undefined>} Attributes */

/**
 * An element. Attributes that are false or undefined are left out; functions listen.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...(Child | readonly Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

/**
 * An element of a picture.
 * @param {string} tag
 * @param {Attributes} [attributes]
 * @param {...(Child | readonly Child[])} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  if (!(element instanceof SVGElement)) throw new Error(`${tag} is no element of SVG`);
  fill(element, attributes, children);
  return element;
}

/**
 * @param {Element} element
 * @param {Attributes} attributes
 * @param {readonly (Child | readonly Child[])[]} children
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) {
    if (child !== undefined && child !== false) element.append(child);
  }
}

let ids = 0;

/** An id that nothing else in the page has. */
export function newId() {
  ids += 1;
  return `id-${ids}`;
}

/**
 * A name that may be broken after its dots, dashes, slashes and underscores.
 * @param {string} name
 * @returns {Child[]}
 */
export const breakable = (name) =>
  name.split(/(?<=[._/-])/).flatMap((part, index) => (index === 0 ? [part] : [document.createElement("wbr"), part]));

/**
 * A label with a mark of its own: never colour alone.
 * @param {string} kind names the style
 * @param {string} text
 */
export const badge = (kind, text) => el("span", { class: `badge badge-${kind}` }, text);

/**
 * A list of short things.
 * @param {readonly Child[]} items
 */
export const list = (items) =>
  el(
    "ul",
    { class: "plain" },
    items.map((item) => el("li", {}, item)),
  );

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export const plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
