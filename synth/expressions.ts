const START = /(?<!\$)\$\{/g;

/** Position behind the brace that closes an expression; braces in quoted texts do not count. */
function end(text: string, start: number): number {
  let depth = 1;
  let quoted = false;
  for (let position = start; position < text.length; position++) {
    const character = text[position];
    if (character === '"' && text[position - 1] !== "\\") quoted = !quoted;
    if (quoted) continue;
    if (character === "{") depth++;
    if (character === "}" && --depth === 0) return position;
  }
  return text.length;
}

/** Terraform expressions in a text: what stands between `${` and its closing brace. `$${` is no expression. */
export function expressions(text: string): readonly string[] {
  return [...text.matchAll(START)].map(({ index }) => text.slice(index + 2, end(text, index + 2)));
}
