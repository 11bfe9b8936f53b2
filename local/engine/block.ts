/** JSON that services and definitions are made of, narrowed step by step. */
import { isBlock } from "../../audit/output/json";
import type { Block } from "../../audit/output/types";

/** The value as an object. @throws Error when it is none */
export function block(value: unknown): Block {
  if (!isBlock(value)) throw new Error(`not an object: ${JSON.stringify(value)}`);
  return value;
}

/** The value as text. @throws Error when it is none */
export function text(value: unknown): string {
  if (typeof value !== "string") throw new Error(`not a text: ${JSON.stringify(value)}`);
  return value;
}
