import type { Step } from "../deploy/order/steps";
import { asBlock, bodiesOf, type StackJson, strings } from "../stack-json";
import type { Diagnostic } from "../terraform/diagnostics";

/** A stack that makes what another one looks up. */
export interface Missing {
  /** Address of the data source. */
  readonly lookup: string;
  readonly stack: string;
  readonly wave: number;
}

const LOOKUP = /^data\.(\w+)\.([^.[\]]+)$/;
/** Types of resources that answer a data source of another type. */
const MADE_BY: Readonly<Record<string, string>> = { aws_kms_key: "aws_kms_alias" };

/**
 * Which stacks must be deployed before the lookups that failed can succeed: those that make a resource with a name that
 * the lookup asks for.
 * @param json of every stack by id
 */
export function missingUpstream(
  step: Step,
  errors: readonly Diagnostic[],
  steps: readonly Step[],
  json: (stack: string) => StackJson,
): readonly Missing[] {
  return errors.flatMap(({ address }) => {
    const [, type, name] = LOOKUP.exec(address ?? "") ?? [];
    if (address === undefined || type === undefined || name === undefined) return [];
    const body = asBlock(asBlock(json(step.id)["data"])[type])[name];
    const wanted = strings(body)
      .filter((text) => !text.includes("${"))
      .map(wantedName);
    const makers = new Set([MADE_BY[type] ?? type, type.replace(/s$/, "")]);
    const maker = steps.find(
      ({ id }) =>
        id !== step.id &&
        step.after.includes(id) &&
        bodiesOf(json(id))
          .filter((made) => makers.has(made.type))
          .some((made) => strings(made.body).some((text) => wanted.some((matches) => matches(text)))),
    );
    return maker === undefined ? [] : [{ lookup: address, stack: maker.id, wave: maker.wave }];
  });
}

/** ARNs end with the name, and filters may end with an asterisk. */
function wantedName(text: string): (made: string) => boolean {
  const name = text.startsWith("arn:") ? text.split(":").slice(5).join(":") : text;
  return name.endsWith("*") ? (made) => made.startsWith(name.slice(0, -1)) : (made) => made === name;
}

/** What to deploy first, in a line. */
export function deployFirst(step: Step, missing: readonly Missing[]): string {
  const stacks = [...new Map(missing.map(({ stack, wave }) => [stack, wave]))].toSorted(([, a], [, b]) => a - b);
  const list = stacks.map(([stack, wave]) => `${stack} (wave ${wave})`).join(", ");
  return `${step.id} (wave ${step.wave}) looks up what is not there yet. Deploy first: ${list}.`;
}
