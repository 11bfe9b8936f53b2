import type { Postcondition } from "cdktf";

/**
 * What must hold of a resource that a plan finds. For blocks and attributes that Terraform leaves alone when they are left
 * out, and that cannot be written as empty: a plan that finds one says so, and fails, since an apply would not mend it.
 * https://developer.hashicorp.com/terraform/language/expressions/custom-conditions
 * @param condition Terraform expression; `self` is the resource
 * @param found what is wrong when it does not hold, as a sentence without its full stop
 * @param remedy what somebody must do, as an imperative
 */
export const holds = (condition: string, found: string, remedy: string): Postcondition => ({
  condition: `\${${condition}}`,
  errorMessage: `${found}. Somebody changed it by hand: ${remedy}.`,
});

/** No block of Lake Formation's default permissions gives anybody anything. */
export const grantsNothing = (block: string, remedy: string): Postcondition =>
  holds(
    `alltrue([for each in self.${block} : try(length(each.permissions), 0) == 0])`,
    `${block} grants permissions`,
    remedy,
  );
