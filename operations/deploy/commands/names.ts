/** What `npm run deploy` can do and keeps a record of. */
export const COMMANDS = ["plan", "apply", "destroy"] as const;

export type RecordedCommand = (typeof COMMANDS)[number];
