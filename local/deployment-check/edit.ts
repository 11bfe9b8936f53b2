import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DESTROYABLE } from "../../model/landscape/waivers";
import { asBlock, type StackJson } from "../../operations/stack-json";

/** Changes a stack's generated JSON while something is tried. */
export async function withJson<Result>(
  output: string,
  stack: string,
  change: (json: StackJson) => StackJson,
  work: () => Promise<Result>,
): Promise<Result> {
  const file = join(output, "stacks", stack, "cdk.tf.json");
  const before = readFileSync(file, "utf8");
  writeFileSync(file, JSON.stringify(change(asBlock(JSON.parse(before)))));
  try {
    return await work();
  } finally {
    writeFileSync(file, before);
  }
}

/** A stack as it is generated when the landscape lists it as destroyable. */
export function destroyable(json: StackJson): StackJson {
  const resources = Object.entries(asBlock(json["resource"])).map(([type, named]) => [
    type,
    Object.fromEntries(Object.entries(asBlock(named)).map(([name, body]) => [name, unprotected(asBlock(body))])),
  ]);
  return { ...json, resource: Object.fromEntries(resources) };
}

function unprotected(body: StackJson): StackJson {
  const { lifecycle, ...rest } = body;
  if (asBlock(lifecycle)["prevent_destroy"] !== true) return body;
  return { ...rest, "//": { ...asBlock(body["//"]), waivers: [{ rules: [DESTROYABLE] }] } };
}

/** A stack whose provider accepts another account only. */
export function ofAnotherAccount(json: StackJson): StackJson {
  const text = JSON.stringify(json).replace(
    /"allowed_account_ids":\["\d{12}"\]/,
    '"allowed_account_ids":["999988887777"]',
  );
  return asBlock(JSON.parse(text));
}
