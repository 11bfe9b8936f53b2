import { blocks, isBlock } from "../terraform-json";
import type { OutputGuard } from "./output-guard";

/** Every AWS provider names the one account that it may change, so that wrong credentials stop the plan. */
export const accountGuard: OutputGuard = ({ stacks }) =>
  stacks.flatMap(({ id, json }) => {
    const providers = isBlock(json["provider"]) ? blocks(json["provider"]["aws"]) : [];
    return providers
      .filter(({ allowed_account_ids: ids }) => !(Array.isArray(ids) && ids.length === 1))
      .map(({ alias }) => ({
        stack: id,
        place: `provider.aws${typeof alias === "string" ? `.${alias}` : ""}`,
        cause: "the provider does not name exactly one account in allowed_account_ids",
        remedy: "make the stack a LandingStack, or set allowedAccountIds to the id of its account",
      }));
  });
