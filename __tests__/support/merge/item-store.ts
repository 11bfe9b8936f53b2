import { ServiceError } from "../../../local/engine/service-error";
import { type Block, block, isBlock, text } from "../json";

type Item = Readonly<Record<string, unknown>>;

const valueOf = (values: Block, name: string): unknown => {
  if (!(name in values)) throw new Error(`the expression uses ${name}, which has no value`);
  return values[name];
};
const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Whether a condition holds that joins `attribute_not_exists(a)` and `a = :b` by OR. */
function holds(condition: string, item: Item, values: Block): boolean {
  return condition.split(" OR ").some((part) => {
    const missing = /^attribute_not_exists\((\w+)\)$/.exec(part)?.[1];
    if (missing !== undefined) return !(missing in item);
    const [, name, value] = /^(\w+) = (:\w+)$/.exec(part) ?? [];
    if (name === undefined || value === undefined) throw new Error(`a condition that the test does not know: ${part}`);
    return same(item[name], valueOf(values, value));
  });
}

/** The item after `SET a = :b, c = if_not_exists(c, :d) REMOVE e`. */
function updated(expression: string, item: Item, values: Block): Item {
  const [, set = "", remove = ""] = /^(?:SET (.*?))?\s*(?:REMOVE (.*))?$/.exec(expression) ?? [];
  const changed = Object.fromEntries(
    set.split(/, (?=\w+ =)/).flatMap((assignment) => {
      if (assignment === "") return [];
      const [, name, value] = /^(\w+) = (.+)$/.exec(assignment) ?? [];
      if (name === undefined || value === undefined)
        throw new Error(`an update that the test does not know: ${assignment}`);
      const fallback = /^if_not_exists\((\w+), (:\w+)\)$/.exec(value);
      if (fallback === null) return [[name, valueOf(values, value)]];
      return [[name, item[fallback[1] ?? ""] ?? valueOf(values, fallback[2] ?? "")]];
    }),
  );
  const removed = new Set(remove.split(", "));
  return Object.fromEntries(Object.entries({ ...item, ...changed }).filter(([name]) => !removed.has(name)));
}

/** What DynamoDB does for the merge: one table, conditional updates, consistent reads. */
export class ItemStore {
  private readonly items = new Map<string, Item>();

  public item(key: string): Item | undefined {
    return this.items.get(key);
  }

  /** Takes the lock of a table away, as its holder does at its end, and answers like a read. */
  public release(key: string): Block {
    const { merge_holder: _, ...item } = this.items.get(key) ?? {};
    this.items.set(key, item);
    return { Item: item };
  }

  /** Gives the lock of a table to another execution. */
  public take(key: string, holder: string): void {
    this.items.set(key, { ...this.items.get(key), merge_holder: { S: holder } });
  }

  public forget(key: string): void {
    this.items.delete(key);
  }

  public update(parameters: Block): Block {
    const key = keyOf(parameters);
    const values = block(parameters["ExpressionAttributeValues"] ?? {});
    const before = this.items.get(key) ?? {};
    if (!holds(text(parameters["ConditionExpression"]), before, values)) {
      throw new ServiceError("DynamoDB.ConditionalCheckFailedException", "The conditional request failed");
    }
    const after = updated(text(parameters["UpdateExpression"]), before, values);
    this.items.set(key, after);
    return parameters["ReturnValues"] === "ALL_NEW" ? { Attributes: after } : {};
  }

  public get(parameters: Block): Block {
    const item = this.items.get(keyOf(parameters));
    return item === undefined ? {} : { Item: item };
  }
}

function keyOf({ Key }: Block): string {
  const [value] = Object.values(block(Key));
  return text(isBlock(value) ? value["S"] : undefined);
}
