import { policy } from "./expected-policies";
import { type Block, parsed } from "./json";
import type { Synthesized } from "./output";
import { keyOf } from "./policies";

/** A key as the JSON has it, its policy parsed, without its description. */
export function readKey(output: Synthesized, id: string, alias: string) {
  const { policy: written, description: _, ...settings } = keyOf(output, id, alias).body;
  return { ...settings, policy: parsed(written) };
}

/** A key as every key must be: rotated, hard to destroy, and open to exactly these. */
export const guardedKey = (...statements: readonly Block[]) => ({
  enable_key_rotation: true,
  rotation_period_in_days: 365,
  deletion_window_in_days: 30,
  lifecycle: { prevent_destroy: true },
  policy: policy(...statements),
});
