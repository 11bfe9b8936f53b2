import type { Block } from "./types";

export const isBlock = (value: unknown): value is Block =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A nested block, which Terraform's JSON allows to be written alone or in a list. */
export function blocks(value: unknown): readonly Block[] {
  if (Array.isArray(value)) return value.filter(isBlock);
  return isBlock(value) ? [value] : [];
}

/** The first of blocks of which there is at most one. */
export const firstBlock = (value: unknown): Block | undefined => blocks(value)[0];

/** A text or a list of texts, as a list; nothing else counts. */
export function texts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

/** A key as a part of a JSON Pointer (RFC 6901). */
export const pointerPart = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");
