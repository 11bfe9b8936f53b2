import { isStateful, type StatefulAddresses } from "../../audit/lock/addresses";
import { compareLock, type Lost } from "../../audit/lock/compare";
import { lostText } from "../../audit/lock/text";
import { identityOf } from "../../model/records/identity";
import { STACKS } from "../../model/records/paths";
import { type Records, recordedIn } from "../../synth/records";
import type { Built } from "./present";
import { recordedAs } from "./recorded-as";
import type { Refusal } from "./types";

/** Addresses of what holds data, as they were recorded of an environment, by stack. */
function recordedAddresses(records: Records, { environment }: Built): StatefulAddresses {
  const recorded = recordedAs(records, identityOf(environment));
  if (recorded === undefined) return {};
  return Object.fromEntries(
    [...recordedIn(records, STACKS, recorded)].map(([concern, lines]) => [
      `${environment.name}-${concern}`,
      lines.filter((line) => !line.startsWith(" ") && isStateful(line.slice(0, line.indexOf(".")))),
    ]),
  );
}

/** Addresses that would go with what they hold. */
export const refusedAddresses = (records: Records, built: readonly Built[]): readonly Refusal[] =>
  built.flatMap((each) => {
    const stacks = new Set(each.output.stacks.map(({ id }) => id));
    const { lost } = compareLock(recordedAddresses(records, each), each.output);
    const gone = [...new Set(lost.map(({ stack }) => stack))].filter((stack) => !stacks.has(stack));
    return [
      ...gone.map((stack) => goneStack(stack, lost)),
      ...lost.filter(({ stack }) => stacks.has(stack)).map(lostAddress),
    ];
  });

const lostAddress = (lost: Lost): Refusal => {
  const name = `${lost.stack}/${lost.address}`;
  return {
    accept: [name, lost.stack],
    lines: [...lostText(lost), `  To have it destroyed: \`npm run update -- --accept ${name}\`.`],
  };
};

function goneStack(stack: string, lost: readonly Lost[]): Refusal {
  const held = lost.filter((each) => each.stack === stack).map(({ address }) => address);
  return {
    accept: [stack],
    lines: [
      `${stack} is gone, with what holds data: ${held.join(", ")}.`,
      "  Under another name Terraform would make all of it anew, empty. What is deployed stays, and no stack manages it any more.",
      "  If an account or source under `accounts/` has another name now, write the old one back: their names are for good.",
      `  Bring the stack back; or destroy it first (docs/day-two.md), then \`npm run update -- --accept ${stack}\`.`,
    ],
  };
}
