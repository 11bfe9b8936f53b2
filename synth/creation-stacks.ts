/** Where CDKTF 0.21 (and CDK Terrain 0.24) formats a stack trace for every token and attribute. */
const MODULE = "cdktf/lib/tokens/private/stack-trace";

interface StackTraceModule {
  captureStackTrace: () => string[];
}

function isStackTraceModule(value: unknown): value is StackTraceModule {
  return typeof value === "object" && value !== null && "captureStackTrace" in value;
}

function stackTraceModule(): StackTraceModule | undefined {
  try {
    const found: unknown = require(MODULE);
    return isStackTraceModule(found) ? found : undefined;
  } catch {
    return undefined; // The library has moved it: slower, not wrong. A test tells.
  }
}

/**
 * Runs `work` without CDKTF's creation stacks, a third of the time of a synthesis. They reach no output; they only tell
 * where a token was made that cannot be resolved. So when `work` fails, it runs again with them: see
 * docs/decisions/0004-creation-stacks.md.
 */
export function withoutCreationStacks<T>(work: () => T): T {
  const module = stackTraceModule();
  if (module === undefined) return work();
  const capture = module.captureStackTrace;
  module.captureStackTrace = () => [];
  try {
    return work();
  } catch {
    module.captureStackTrace = capture;
    return work();
  } finally {
    module.captureStackTrace = capture;
  }
}
