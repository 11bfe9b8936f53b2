import type { Step } from "./steps";

/** Formats in which the waves can be printed. */
export const FORMATS = ["text", "json", "mermaid"] as const;

export type Format = (typeof FORMATS)[number];

/** The order of a deployment, for people, programs or a page. */
export function showWaves(steps: readonly Step[], format: Format): string {
  if (format === "json") return JSON.stringify(wavesOf(steps), null, 2);
  return format === "mermaid" ? mermaid(steps) : text(steps);
}

interface ShownStack {
  readonly id: string;
  /** Stacks that come before, of whatever account. */
  readonly after: readonly string[];
}

interface ShownWave {
  readonly wave: number;
  readonly accounts: readonly { readonly account: string; readonly stacks: readonly ShownStack[] }[];
}

function wavesOf(steps: readonly Step[]): readonly ShownWave[] {
  const numbers = [...new Set(steps.map(({ wave }) => wave))].toSorted((a, b) => a - b);
  return numbers.map((wave) => {
    const inWave = steps.filter((step) => step.wave === wave);
    const accounts = [...new Set(inWave.map(({ account }) => account))];
    return {
      wave,
      accounts: accounts.map((account) => {
        const own = inWave.filter((step) => step.account === account);
        return { account, stacks: own.map(({ id, after }) => ({ id, after })) };
      }),
    };
  });
}

function text(steps: readonly Step[]): string {
  const lines = wavesOf(steps).flatMap(({ wave, accounts }) => [
    `wave ${wave}`,
    ...accounts.flatMap(({ account, stacks }) => [
      `  ${account}`,
      ...stacks.map(({ id, after }) => `    ${id}${after.length > 0 ? `  after ${after.join(", ")}` : ""}`),
    ]),
  ]);
  return lines.join("\n");
}

function mermaid(steps: readonly Step[]): string {
  const waves = wavesOf(steps);
  const name = new Map(steps.map(({ id }, index) => [id, `s${index}`]));
  const lines = waves.flatMap(({ wave, accounts }) => [
    `  subgraph wave${wave} [wave ${wave}]`,
    ...accounts.flatMap(({ account, stacks }) => [
      `    subgraph ${account}`,
      ...stacks.map(({ id }) => `      ${name.get(id)}["${id}"]`),
      "    end",
    ]),
    "  end",
  ]);
  const edges = waves.flatMap(({ accounts }) =>
    accounts.flatMap(({ stacks }) =>
      stacks.flatMap(({ id, after }) => after.map((other) => `  ${name.get(other)} --> ${name.get(id)}`)),
    ),
  );
  return ["flowchart LR", ...lines, ...edges].join("\n");
}
