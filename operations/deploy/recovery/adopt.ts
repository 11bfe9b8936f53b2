import type { StackJson } from "../../stack-json";
import { asBlock } from "../../stack-json";
import type { Diagnostic } from "../../terraform/diagnostics";
import type { StackContext } from "../stack/context";
import { type Plan, plan } from "../stack/plan";
import { terraform } from "../stack/terraform";
import { GENERATED_IDS } from "./import-ids";
import { type Adoption, byName, byTags } from "./match";
import { knownIds, planDetails } from "./plan-details";
import { taggedResources } from "./tagged";

/**
 * Takes over what an interrupted apply created and could not note in the state. Only what was begun then, is still to be
 * created now, and does not carry another stack's tag is taken.
 * @returns the plan that is right afterwards
 */
export async function adopt(
  context: StackContext,
  json: StackJson,
  doubtful: ReadonlySet<string>,
  first: Plan,
): Promise<Plan> {
  let current = first;
  // Twice: what is named after something taken over, such as a route table's association, has a known id only then.
  for (let round = 0; round < ROUNDS; round += 1) {
    const details = await planDetails(context);
    const creations = details.creations.filter(({ address }) => doubtful.has(address));
    if (creations.length === 0) return current;
    const generated = creations.filter(({ type }) => type in GENERATED_IDS);
    const found = generated.length === 0 ? [] : await taggedResources(context, json);
    if (found === undefined) {
      context.note("AWS would not say what carries the stack's tag (tag:GetResources); look for leftovers by hand");
    }
    const candidates = [...byName(creations), ...byTags(generated, found ?? [], knownIds(details))];
    const { taken, errors } = await importEach(context, candidates, round);
    if (errors.length > 0) return { changes: [], errors };
    if (taken.length === 0) return current;
    current = await plan(context);
    if (await releaseForeign(context, taken)) current = await plan(context);
  }
  return current;
}

const ROUNDS = 2;

/** What Terraform and the provider say of what does not exist, or of a type that cannot be imported. */
const ABSENT =
  /non-existent remote object|couldn't find|could not find|not ?found|does not exist|doesn't support import|empty result/i;

/** Imports what exists. An import that fails in another way may have hidden something, so that it ends the turn. */
async function importEach(
  context: StackContext,
  candidates: readonly Adoption[],
  round: number,
): Promise<{ readonly taken: readonly Adoption[]; readonly errors: readonly Diagnostic[] }> {
  const taken: Adoption[] = [];
  for (const [index, { address, id }] of candidates.entries()) {
    const args = ["import", "-input=false", "-no-color", `-lock-timeout=${context.lockTimeout}`, address, id];
    const { status, errors } = await terraform(context, `import-${round}-${index}`, args);
    if (status === 0) {
      context.note(`took over ${address} (${id}), which the interrupted run had created`);
      taken.push({ address, id });
    } else if (!errors.some(({ detail }) => ABSENT.test(detail.replace(/\s+/g, " ")))) {
      return { taken, errors };
    }
  }
  return { taken, errors: [] };
}

/**
 * Gives back what turns out to be another stack's.
 * @returns whether there was any
 */
async function releaseForeign(context: StackContext, taken: readonly Adoption[]): Promise<boolean> {
  const { state } = await planDetails(context);
  let released = false;
  for (const { address, id } of taken) {
    const tags = asBlock(state.get(address)?.["tags_all"]);
    const isOurs = Object.keys(tags).length === 0 || tags["stack"] === context.step.id;
    if (isOurs) continue;
    await terraform(context, "state-rm", ["state", "rm", `-lock-timeout=${context.lockTimeout}`, address]);
    context.note(`${address}: ${id} exists and is not this stack's; it was left alone`);
    released = true;
  }
  return released;
}
