import { type Block, isBlock, list } from "./json";

/**
 * Whether an EventBridge pattern matches an event: every field of the pattern is in the event, with an accepted value.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function matches(pattern: Block, event: Block): boolean {
  return Object.entries(pattern).every(([field, accepted]) => {
    const found = event[field];
    if (isBlock(accepted)) return isBlock(found) && matches(accepted, found);
    return list(accepted).some((each) => {
      if (!isBlock(each)) return each === found;
      const [operator, ...others] = Object.keys(each);
      if (operator !== "anything-but" || others.length > 0) throw new Error(`unknown operator ${operator}`);
      return found !== undefined && !list(each[operator]).includes(found);
    });
  });
}
