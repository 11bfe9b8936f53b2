import { accountOf, blocks } from "../../terraform-json";
import type { OutputGuard } from "../output-guard";

const ROLE = /^arn:aws:iam::(\d{12}):/;

/** hashicorp/terraform-provider-aws#48360: a filter granted to a role of another account is never found; fixed in 6.x by #49398. */
export const filterPrincipal: OutputGuard = ({ stacks, elements }) => {
  const accounts = new Map(stacks.map((stack) => [stack.id, accountOf(stack)]));
  return elements
    .filter(({ kind, type, body, stack }) => {
      if (kind !== "resource" || type !== "aws_lakeformation_permissions") return false;
      const account = ROLE.exec(String(body["principal"]))?.[1];
      const own = accounts.get(stack)?.includes(`"${account ?? ""}"`) ?? true;
      return blocks(body["data_cells_filter"]).length > 0 && account !== undefined && !own;
    })
    .map(({ stack, address }) => ({
      stack,
      place: address,
      cause:
        "the filter is granted to a role of another account, which the provider waits for in vain (hashicorp/terraform-provider-aws#48360)",
      remedy: "grant the filter to the account, and to the role in the account's own stack",
    }));
};
