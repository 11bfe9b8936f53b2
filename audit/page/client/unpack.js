/** @typedef {import("../pack").Packed} Packed */

/**
 * Data from the form in which they lie in the page.
 * @param {Packed} packed
 * @returns {unknown}
 */
export function unpacked({ texts, shapes, value }) {
  /**
   * @param {unknown} part
   * @returns {unknown}
   */
  const unpack = (part) => {
    if (typeof part === "number") return texts[part];
    if (typeof part === "string") return Number(part);
    if (!Array.isArray(part)) return part;
    /** @type {readonly unknown[]} */
    const parts = part;
    const [kind, ...values] = parts;
    const keys = kind === 0 ? undefined : shapes[Number(kind) - 1];
    if (keys === undefined) return values.map(unpack);
    return Object.fromEntries(keys.map((key, index) => [key, unpack(values[index])]));
  };
  return unpack(value);
}
