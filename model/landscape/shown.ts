const LONGEST = 60;

/** A value as people read it in a report: JSON, cut at 60 characters; `nothing` when it is missing. */
export function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : written(value);
  const characters = Array.from(text);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : text;
}

function written(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "symbol") return String(value);
  if (typeof value === "function") return "a function";
  try {
    return JSON.stringify(value) ?? "a value that JSON cannot hold";
  } catch {
    return "a value that JSON cannot hold";
  }
}
