/** One thing that a reviewer should look at. */
export interface Change {
  readonly text: string;
  /** Where it is so, unless the text says it. */
  readonly environment?: string;
}

/** A change that is not recorded until somebody accepts it. */
export interface Refusal {
  /** Arguments of `--accept` that accept it, each for itself. */
  readonly accept: readonly string[];
  /** What would be lost, and what to do. */
  readonly lines: readonly string[];
}

/** Changes of one kind. */
export interface Group {
  readonly heading: string;
  readonly changes: readonly Change[];
}
