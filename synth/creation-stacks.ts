/** Where CDKTF 0.21 and CDK Terrain 0.24 make a stack trace for every token and attribute. */
const MODULE = "cdktf/lib/tokens/private/stack-trace";

/** What tokens call: the first in CDKTF 0.21, the second in CDK Terrain 0.24, which has both. */
const CAPTURES = ["captureStackTrace", "captureCreationStack"] as const;

type StackTraceModule = Partial<Record<(typeof CAPTURES)[number], () => string[]>>;

function stackTraceModule(): StackTraceModule {
  try {
    const found: unknown = require(MODULE);
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {}; // The library has moved it: slower, not wrong. A test tells.
  }
}

/**
 * Runs `work` without CDKTF's creation stacks, a third of the time of a synthesis. They reach no output; they only tell
 * where a token was made that cannot be resolved. So when `work` fails, it runs again with them: see
 * docs/decisions/0004-creation-stacks.md.
 */
export function withoutCreationStacks<T>(work: () => T): T {
  const module = stackTraceModule();
  const captures = { ...module };
  const restore = (): void => void Object.assign(module, captures);
  for (const name of CAPTURES) if (name in module) module[name] = () => [];
  try {
    return work();
  } catch {
    restore();
    return work();
  } finally {
    restore();
  }
}
