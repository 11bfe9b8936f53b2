/** An account could not be entered or asked; the message says which and why. */
export class LiveError extends Error {}
