/**
 * Words of a text as people search for them: `birth_date` and `Birth date` are the same.
 * @param {string} text
 */
export const normalised = (text) =>
  text
    .toLowerCase()
    .replaceAll(/[_\-./:\s]+/g, " ")
    .trim();

/**
 * Filter by name: a name that exists is meant exactly, so that `loans.loan` finds no other table; anything else as words.
 * @param {string} search
 * @param {Iterable<string>} names
 * @returns {(name: string, others?: readonly string[]) => boolean}
 */
export function chooser(search, names) {
  const wanted = normalised(search);
  const isExact = [...names].some((name) => normalised(name) === wanted);
  return (name, others = []) => (isExact ? normalised(name) === wanted : matches(search, [name, ...others]));
}

/**
 * Whether every word of a search stands in one of the texts.
 * @param {string} search
 * @param {readonly string[]} texts
 */
export function matches(search, texts) {
  const words = normalised(search).split(" ");
  if (words[0] === "") return true;
  const all = ` ${texts.map(normalised).join(" ")} `;
  return words.every((word) => all.includes(word));
}
