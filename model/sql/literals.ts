/** A text for Athena's queries and conditions; quotes inside are doubled. */
export const textLiteral = (value: string): string => `'${value.replaceAll("'", "''")}'`;
