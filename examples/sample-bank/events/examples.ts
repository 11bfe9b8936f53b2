/** The first loans, by number, stand for their kind: no event changes how they stand. */
export const EXAMPLES = 5;
