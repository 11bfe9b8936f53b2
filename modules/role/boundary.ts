import type { Construct } from "constructs";
import { boundaryArn } from "../../model/arns";
import type { Account } from "../../model/landscape/types";

const KEY = "lake:boundary";

/** From now on every role below `scope` gets the boundary of the account. */
export function setBoundary(scope: Construct, account: Account): void {
  scope.node.setContext(KEY, boundaryArn(account));
}

/**
 * ARN of the policy that bounds the roles of the stack.
 * @throws Error outside of a stack that has set one
 */
export function boundaryOf(scope: Construct): string {
  const arn: unknown = scope.node.tryGetContext(KEY);
  if (typeof arn === "string") return arn;
  throw new Error(`${scope.node.path} makes a role without a boundary: make its stack a LandingStack`);
}
