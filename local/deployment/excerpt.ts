const MAX_LINES = 30;
const MAX_WIDTH = 400;
const ERROR = /(^|\s)Error: /;

/**
 * The lines of a deployment's output that say what went wrong. Terraform's errors are on standard output; on standard
 * error is what CDKTF makes of them, which matters only when there are none.
 */
export function errorExcerpt(stdout: string, stderr: string): readonly string[] {
  const lines = nonEmptyLines(stdout);
  const first = lines.findIndex((line) => ERROR.test(line));
  const chosen =
    first < 0 ? [...lines, ...nonEmptyLines(stderr)].slice(-MAX_LINES) : lines.slice(first, first + MAX_LINES);
  return chosen.map((line) => (line.length > MAX_WIDTH ? `${line.slice(0, MAX_WIDTH)} ...` : line));
}

function nonEmptyLines(text: string): readonly string[] {
  // CDKTF prints its own count of stacks at the end, and a stack's id in front of an empty line.
  return text.split(/\r?\n/).filter((line) => /\S\s+\S|^\s+\S/.test(line) && !/^\d+ Stacks? deploying/.test(line));
}
