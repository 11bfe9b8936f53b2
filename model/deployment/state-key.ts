import type { Environment } from "../landscape/types";

/** Where a stack's state lies in its account's bucket. The lock lies beside it, with `.tflock` at the end. */
export const stateKey = (environment: Pick<Environment, "name">, stack: string): string =>
  `${environment.name}/${stack}/terraform.tfstate`;

/** A role session shows in CloudTrail by a name of 2 to 64 characters: the stack's id, as far as it fits. */
export const sessionName = (stack: string): string => stack.slice(0, 64);
