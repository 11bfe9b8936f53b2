import type { Place } from "../check/control";
import { blocks, isBlock, texts } from "../output/json";
import type { Block, Stack } from "../output/types";

/** An accepted exception, as the JSON carries it in the comment of a resource or of a stack. */
export interface Waiver {
  readonly place: Place;
  /** Ids of controls and of checkov's checks. */
  readonly rules: readonly string[];
  readonly reason: string;
  readonly owner: string;
  /** Last day on which it holds, `yyyy-MM-dd`. */
  readonly expires: string;
  /** Types of the resources of the stack that it is for; nothing when it stands at a resource. */
  readonly types?: readonly string[];
  /** Table at the source whose losses it accepts; nothing when it is for a setting. */
  readonly table?: string;
}

/** A waiver that says too little. */
export interface Malformed {
  readonly place: Place;
  readonly missing: readonly string[];
}

/** The day that a calendar has; 30 February becomes another one or none. */
function dayOf(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(text) === text;

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

function read(place: Place, waiver: Block, types: readonly string[] | undefined): Waiver | Malformed {
  const rules = texts(waiver["rules"]);
  const [reason, owner, expires] = [text(waiver["reason"]), text(waiver["owner"]), text(waiver["expires"])];
  const missing = [
    ...(rules.length === 0 ? ["rules"] : []),
    ...(reason === "" ? ["reason"] : []),
    ...(owner === "" ? ["owner"] : []),
    ...(isDay(expires) ? [] : ["expires as a day, yyyy-MM-dd"]),
    ...(types?.length === 0 ? ["types of the resources it is for"] : []),
  ];
  if (missing.length > 0) return { place, missing };
  const table = text(waiver["table"]);
  return {
    place,
    rules,
    reason,
    owner,
    expires,
    ...(types === undefined ? {} : { types }),
    ...(table === "" ? {} : { table }),
  };
}

const written = (body: Block): readonly Block[] => (isBlock(body["//"]) ? blocks(body["//"]["waivers"]) : []);

/** The waivers of all stacks, in the order of the JSON. */
export const waiversOf = (stacks: readonly Stack[]): readonly (Waiver | Malformed)[] =>
  stacks.flatMap((stack) => [
    ...[...stack.documents].flatMap(([file, document]) =>
      written(document).map((waiver) =>
        read({ stack: stack.id, file, address: "stack", pointer: "/~1~1/waivers" }, waiver, texts(waiver["types"])),
      ),
    ),
    ...stack.resources.flatMap(({ stack: id, file, address, constructPath, pointer, body }) =>
      written(body).map((waiver) =>
        read(
          {
            stack: id,
            file,
            address,
            ...(constructPath === undefined ? {} : { constructPath }),
            pointer: `${pointer}/~1~1/waivers`,
          },
          waiver,
          undefined,
        ),
      ),
    ),
  ]);

export const isMalformed = (waiver: Waiver | Malformed): waiver is Malformed => "missing" in waiver;
