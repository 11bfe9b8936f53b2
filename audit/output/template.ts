/** A text of Terraform's JSON: literal parts and expressions between `${` and `}`. */
export type Part = { readonly literal: string } | { readonly expression: string };

/** What is not literal: an escape, or the beginning of an expression. */
const MARK = /\$\$\{|%%\{|[$%]\{/g;

/** Splits a text. `$${` and `%%{` are escapes; a directive `%{` counts as an expression, which nobody here evaluates. */
export function partsOf(text: string): readonly Part[] {
  if (!text.includes("${") && !text.includes("%{")) return [{ literal: text }];
  const parts: Part[] = [];
  let literal = "";
  let index = 0;
  while (index < text.length) {
    MARK.lastIndex = index;
    const [mark = ""] = MARK.exec(text) ?? [];
    const at = mark === "" ? text.length : MARK.lastIndex - mark.length;
    literal += text.slice(index, at);
    index = at + mark.length;
    if (mark.length === "$${".length) {
      literal += mark.slice(1);
    } else if (mark !== "") {
      if (literal !== "") parts.push({ literal });
      literal = "";
      const end = closing(text, index);
      parts.push({ expression: text.slice(index, end).trim() });
      index = end + 1;
    }
  }
  if (literal !== "") parts.push({ literal });
  return parts;
}

/** Position of the brace that closes an expression; braces in quoted texts do not count. */
function closing(text: string, from: number): number {
  let depth = 1;
  let quoted = false;
  for (let index = from; index < text.length; index += 1) {
    const character = text[index];
    if (character === "\\" && quoted) index += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === "{") depth += 1;
    else if (!quoted && character === "}") {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return text.length;
}
