/**
 * Dates as a Java pattern writes them: of its letters those for year, month, day, hour, minute and second, at a fixed
 * width; the rest is refused by name.
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/format/DateTimeFormatter.html
 */
import { LakeError } from "../error";

const LETTERS: Readonly<Record<string, string>> = {
  yyyy: "year",
  MM: "month",
  dd: "day",
  HH: "hour",
  mm: "minute",
  ss: "second",
};

type Part = { readonly field: string; readonly width: number } | { readonly literal: string };

function partsOf(pattern: string, owner: string): readonly Part[] {
  return [...pattern.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g)].map(([run, quoted]): Part => {
    if (quoted !== undefined) return { literal: quoted === "" ? "'" : quoted.replaceAll("''", "'") };
    if (!/[A-Za-z']/.test(run)) return { literal: run };
    const field = LETTERS[run];
    if (field === undefined) {
      throw new LakeError(
        `${owner}: its format ${pattern} has ${run}; write ${Object.keys(LETTERS).join(", ")}, and literal text in quotes`,
      );
    }
    return { field, width: run.length };
  });
}

/** A pattern that is read once and used often. */
export class DatePattern {
  private readonly parts: readonly Part[];

  /** @throws LakeError when the pattern has a letter that is not imitated */
  public constructor(
    private readonly pattern: string,
    private readonly owner: string,
  ) {
    this.parts = partsOf(pattern, owner);
  }

  /** A time in UTC as the pattern writes it. */
  public format(time: Date): string {
    const fields: Readonly<Record<string, number>> = {
      year: time.getUTCFullYear(),
      month: time.getUTCMonth() + 1,
      day: time.getUTCDate(),
      hour: time.getUTCHours(),
      minute: time.getUTCMinutes(),
      second: time.getUTCSeconds(),
    };
    return this.parts
      .map((part) => ("literal" in part ? part.literal : String(fields[part.field]).padStart(part.width, "0")))
      .join("");
  }

  /** @throws LakeError when the text is not written as the pattern says */
  public parse(text: string): Date {
    const expression = this.parts
      .map((part) =>
        "literal" in part
          ? part.literal.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)
          : `(?<${part.field}>\\d{${part.width}})`,
      )
      .join("");
    const found = new RegExp(`^${expression}$`).exec(text)?.groups;
    const field = (name: string, otherwise: number): number => Number(found?.[name] ?? otherwise);
    const time = new Date(
      Date.UTC(
        field("year", 1970),
        field("month", 1) - 1,
        field("day", 1),
        field("hour", 0),
        field("minute", 0),
        field("second", 0),
      ),
    );
    if (found === undefined || this.format(time) !== text) {
      throw new LakeError(`${this.owner}: ${JSON.stringify(text)} is no date in the format ${this.pattern}`);
    }
    return time;
  }

  /** The finest field, which says how far two neighbouring values are apart. */
  public get finest(): string {
    const order = Object.values(LETTERS);
    const fields = this.parts.flatMap((part) => ("field" in part ? [part.field] : []));
    return fields.toSorted((one, other) => order.indexOf(other) - order.indexOf(one))[0] ?? "";
  }
}
