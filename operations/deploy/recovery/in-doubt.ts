import type { Event } from "../../terraform/events";

/**
 * Addresses whose creation began and did not end well: whether AWS has them, nobody noted. They come from the log of an
 * apply that was killed or cut off.
 * @param forgotten whether the state is older than the apply: then nothing that it created is known
 */
export function inDoubt(events: readonly Event[], forgotten = false): ReadonlySet<string> {
  const open = new Set<string>();
  for (const event of events) {
    if (event.type === "apply_start" && event.hook.action === "create") open.add(event.hook.resource.addr);
    if (event.type === "apply_complete" && !forgotten) open.delete(event.hook.resource.addr);
  }
  return open;
}
