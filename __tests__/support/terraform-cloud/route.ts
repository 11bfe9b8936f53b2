/** A call of the API: method and path, and what answers it. */
export type Route = readonly [
  pattern: RegExp,
  answer: (parts: readonly string[], body: () => unknown, url: URL) => unknown,
];
