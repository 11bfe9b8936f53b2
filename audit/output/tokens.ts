/**
 * Texts of which a part is not known before deployment. What AWS will choose for a resource of the output (the id of a
 * key) is a token that stands for this one resource: `⟨stack address attribute⟩`. What the output leaves open (a variable,
 * a data source) is a token that begins with a question mark: `⟨?why⟩`.
 */
const OPEN = "⟨";
const TOKEN = /⟨(\??)([^⟩]*)⟩/g;

/** Stands for a value that one resource has and no other. */
export const identity = (stack: string, address: string, attribute: string): string =>
  `${OPEN}${stack} ${address}.${attribute}⟩`;

/** Stands for a value that cannot be known from the JSON. */
export const undecided = (why: string): string => `${OPEN}?${why.replaceAll(/[⟨⟩]/g, "")}⟩`;

/** Why a text is not decided, each reason once; empty when all of it is known. */
export function reasonsIn(text: string): readonly string[] {
  if (!text.includes(OPEN)) return [];
  return [...new Set([...text.matchAll(TOKEN)].flatMap(([, open, why = ""]) => (open === "?" ? [why] : [])))];
}

/** Whether a part of a text cannot be known from the JSON. */
export const isUndecided = (text: string): boolean => text.includes(`${OPEN}?`);

/** Whether a text holds any token. */
export const hasToken = (text: string): boolean => text.includes(OPEN);

/** A text with something else instead of its tokens. */
export const replaceTokens = (text: string, by: string): string => text.replaceAll(TOKEN, () => by);

/** A text for people: ids that AWS will choose as `<address>`, open parts as `<?why>`. */
export const readable = (text: string): string => text.replaceAll("⟨", "<").replaceAll("⟩", ">");
