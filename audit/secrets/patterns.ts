/** What a text is that looks like a credential; `undefined` when it does not. */
type Pattern = readonly [what: string, pattern: RegExp];

/** Forms that issuers of credentials publish, so that scanners find them. */
const PATTERNS: readonly Pattern[] = [
  ["an access key of AWS", /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  ["a private key", /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/],
  ["a password in a connection string", /\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/"'$]+:[^\s:@/"'${}]+@/i],
  ["a password in a connection string", /\b(?:password|passwd|pwd)=[^\s;&"'${}]+/i],
  ["a token of GitHub", /\b(?:gh[opsu]_[A-Za-z0-9]{36}|github_pat_\w{22,})\b/],
  ["a token of Terraform Cloud", /\b[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,}\b/],
  ["a token of Slack", /\bxox[abeprs]-[A-Za-z0-9-]{10,}/],
  ["a JSON web token", /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/],
];

/** Names of attributes and keys whose value is a credential, unless an expression gives it. */
const SECRET_NAME =
  /(?:^|_)(?:password|passwd|secret_key|access_key|api_key|auth_token|access_token|private_key|client_secret)$/i;

/** Public by design, and random by nature: hashes of code, certificates. */
const PUBLIC_NAMES = new Set(["source_code_hash", "certificate_pem", "uniqueId", "projectId"]);

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----/g;
/** Names of things, with ids that AWS chose. */
const ARN = /\barn:[\w-]+:[^\s"']+/g;
const WORD = /[A-Za-z0-9+/=_-]{24,}/g;
/** Bits a character; English and identifiers have less, 24 random characters of base64 more. */
const ENTROPY = 4.2;

function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}

/** Random words mix digits, capitals and small letters; paths and names of constructs have separators between words. */
const looksRandom = (word: string): boolean =>
  /\d/.test(word) &&
  /[A-Z]/.test(word) &&
  /[a-z]/.test(word) &&
  (word.match(/\d/g)?.length ?? 0) >= 3 &&
  !word.split(/[/_-]/).every((part) => part.length < 16) &&
  entropy(word) >= ENTROPY;

/**
 * What looks like a credential in a text.
 * @param name attribute or key that has it
 */
export function credentialIn(name: string, text: string): string | undefined {
  const found = PATTERNS.find(([, pattern]) => pattern.test(text));
  if (found !== undefined) return found[0];
  if (SECRET_NAME.test(name) && text !== "" && !text.includes("${")) return "a credential by its name";
  if (PUBLIC_NAMES.has(name)) return undefined;
  const words = text.replaceAll(CERTIFICATE, "").replaceAll(ARN, "").match(WORD) ?? [];
  return words.some(looksRandom) ? "a random value" : undefined;
}
