/** A file that lies beside a stack's JSON, so that the stack's folder is all that a remote run needs. */
export interface StackFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Under this key a construct keeps its files as metadata; `synth/` writes them. */
export const STACK_FILE = "lake:stack-file";

export const isStackFile = (value: unknown): value is StackFile =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  typeof value.name === "string" &&
  "content" in value &&
  value.content instanceof Uint8Array;
