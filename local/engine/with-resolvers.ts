/**
 * `Promise.withResolvers`, which aws-local-stepfunctions calls and Node.js has from 22 on; the project runs on 20.
 * https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Promise/withResolvers
 */
function withResolvers() {
  const parts: { resolve?: (value: unknown) => void; reject?: (reason: unknown) => void } = {};
  const promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return { promise, ...parts };
}

/** Gives the running Node.js what it lacks. */
export function provideWithResolvers(): void {
  if (!("withResolvers" in Promise)) Object.assign(Promise, { withResolvers });
}
