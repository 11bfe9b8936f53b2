/** Something that must not reach Terraform: what is wrong, where, and what to do. */
export interface Finding {
  /** Stack id, or `app` for what concerns all stacks. */
  readonly stack: string;
  /** Terraform address or construct path. */
  readonly place: string;
  readonly cause: string;
  readonly remedy: string;
}

/** All findings of a synthesis in one error. */
export class SynthesisError extends Error {
  constructor(public readonly findings: readonly Finding[]) {
    super(describe(findings));
    this.name = "SynthesisError";
  }
}

function describe(findings: readonly Finding[]): string {
  const blocks = findings.map(
    ({ stack, place, cause, remedy }) => `${stack}: ${place}\n  cause:  ${cause}\n  remedy: ${remedy}`,
  );
  const count = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  return [...blocks, `${count}; the output was not changed.`].join("\n");
}
