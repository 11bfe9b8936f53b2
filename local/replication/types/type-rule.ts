import type { DmsType, PlainDmsType } from "./dms-type";

/** Spellings of a source type, and what DMS reads them as; nothing when it is not imitated, with the reason. */
export interface SourceType {
  readonly spelling: RegExp;
  readonly reads: (parts: readonly string[]) => DmsType | { readonly refused: string };
}

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, "i");

export const plain = (spelling: string, kind: PlainDmsType): SourceType => ({
  spelling: whole(spelling),
  reads: () => ({ kind }),
});

/** DMS's decimals have up to 38 digits; what it makes of longer ones differs by engine. */
const DIGITS = 38;

/** The spelling captures precision and scale. */
export const numeric = (spelling: string, beyond: DmsType | { readonly refused: string }): SourceType => ({
  spelling: whole(spelling),
  reads: ([, precision, scale]) => {
    const digits = Number(precision);
    return digits > DIGITS ? beyond : { kind: "numeric", precision: digits, scale: Number(scale ?? 0) };
  },
});

/** The spelling captures the digits of a second's fraction. */
export const datetime = (spelling: string, unless: number): SourceType => ({
  spelling: whole(spelling),
  reads: ([, fraction]) => ({ kind: "datetime", fraction: fraction === undefined ? unless : Number(fraction) }),
});

export const exactly = (spelling: string, type: DmsType): SourceType => ({
  spelling: whole(spelling),
  reads: () => type,
});

export const refused = (spelling: string, reason: string): SourceType => ({
  spelling: whole(spelling),
  reads: () => ({ refused: reason }),
});
