import { type Block, block, isBlock, list, text } from "./json";

const FINAL = new Set(["Succeed", "Fail"]);

function nextOf(state: Block): readonly string[] {
  const choices = Array.isArray(state["Choices"]) ? list(state["Choices"]).map((choice) => block(choice)["Next"]) : [];
  const catches = Array.isArray(state["Catch"]) ? list(state["Catch"]).map((each) => block(each)["Next"]) : [];
  return [state["Next"], state["Default"], ...choices, ...catches].filter((next) => next !== undefined).map(text);
}

/**
 * All states of a workflow in the States language, those of its maps included.
 * @throws Error when one is missing, never reached, or leads nowhere
 */
export function reachableStates(machine: Block): ReadonlySet<string> {
  const states = block(machine["States"]);
  const reached = new Set<string>();
  const open = [text(machine["StartAt"])];
  const inner = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    const state = states[name];
    if (!isBlock(state)) throw new Error(`there is no state ${name}`);
    reached.add(name);
    const next = nextOf(state);
    if (next.length === 0 && state["End"] !== true && !FINAL.has(text(state["Type"]))) {
      throw new Error(`${name} leads nowhere`);
    }
    open.push(...next);
    const processor = state["ItemProcessor"];
    if (isBlock(processor)) for (const each of reachableStates(processor)) inner.add(each);
  }
  const missed = Object.keys(states).find((name) => !reached.has(name));
  if (missed !== undefined) throw new Error(`${missed} is never reached`);
  return new Set([...reached, ...inner]);
}
