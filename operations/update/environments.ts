import type { Environment } from "../../model/landscape/types";
import { type Identity, identityOf, isSame } from "../../model/records/identity";
import type { Records } from "../../synth/records";
import { recordedAs } from "./recorded-as";
import type { Change } from "./types";

function newText(identity: Identity, { environments }: Records, gone: readonly Identity[]): string {
  const { name } = identity;
  const former = gone.find((each) => isSame({ ...each, name }, identity));
  if (former !== undefined) {
    return `${name} is new, in accounts of ${former.name}: nothing moves there; if it is ${former.name}, write that name back, for it is for good`;
  }
  const other = environments.find((each) => each.name === name);
  return other === undefined
    ? `${name} is new: all of it is recorded`
    : `${name} is another one, without an account of the recorded one (${Object.values(other.accounts).join(", ")}): all of it is recorded anew`;
}

/** Environments and accounts that come, go, or have another id. */
export function changedEnvironments(records: Records, environments: readonly Environment[]): readonly Change[] {
  const present = environments.map(identityOf);
  const gone = records.environments.filter((each) => !present.some(({ name }) => name === each.name));
  return [
    ...gone.map(({ name, accounts }) => ({
      text: `${name} is gone, with its accounts ${Object.values(accounts).join(", ")}: what is deployed there stays`,
    })),
    ...present.flatMap((identity) => {
      const recorded = recordedAs(records, identity);
      if (recorded === undefined) return [{ text: newText(identity, records, gone) }];
      const names = new Set([...Object.keys(recorded.accounts), ...Object.keys(identity.accounts)]);
      return [...names].flatMap((account) => {
        const [was, is] = [recorded.accounts[account], identity.accounts[account]];
        return was === is
          ? []
          : [{ text: `account ${account}: ${was ?? "new"} becomes ${is ?? "nothing"}`, environment: identity.name }];
      });
    }),
  ];
}
