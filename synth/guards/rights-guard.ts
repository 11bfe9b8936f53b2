import { RIGHTS } from "../../model/deployment/rights";
import { type Block, isBlock, type StackJson } from "../terraform-json";
import type { OutputGuard } from "./output-guard";

/** Other providers ask AWS for nothing. */
const OF_AWS = /^(?:data\.|ephemeral\.)?aws_/;

const KINDS = { resource: "", data: "data.", ephemeral: "ephemeral." };

const typesOf = ({ json }: StackJson): readonly string[] =>
  Object.entries(KINDS).flatMap(([kind, prefix]) => {
    const types: Block = isBlock(json[kind]) ? json[kind] : {};
    return Object.keys(types).map((type) => `${prefix}${type}`);
  });

/** The rights of deploy role and plan role are derived from the stacks: of every type it is known what it takes. */
export const rightsGuard: OutputGuard = ({ stacks }) =>
  stacks.flatMap((stack) =>
    typesOf(stack)
      .filter((type) => OF_AWS.test(type) && !Object.hasOwn(RIGHTS, type))
      .map((type) => ({
        stack: stack.id,
        place: type,
        cause: "nobody knows which IAM actions the type needs, so the deploy role would lack them",
        remedy: `add an entry ${type} to a file of model/deployment/rights/, from the actions that the provider calls`,
      })),
  );
