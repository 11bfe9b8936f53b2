/**
 * View and filters stand in the address, so that an answer can be linked: `#access?person=analysts`.
 * @typedef {{ readonly view: string, readonly filters: URLSearchParams }} Route
 */

/** @returns {Route} */
export function route() {
  const [view = "", filters = ""] = location.hash.slice(1).split("?");
  return { view, filters: new URLSearchParams(filters) };
}

/**
 * Address of a view with filters; empty ones are left out.
 * @param {string} view
 * @param {Readonly<Record<string, string>>} [filters]
 */
export function address(view, filters = {}) {
  const given = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ""));
  return `#${view}${given.size === 0 ? "" : `?${given}`}`;
}

/**
 * Writes filters into the address without a new view or a new entry in the history.
 * @param {string} view
 * @param {Readonly<Record<string, string>>} filters
 */
export const remember = (view, filters) => history.replaceState(null, "", address(view, filters));
