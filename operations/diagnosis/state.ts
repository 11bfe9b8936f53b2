import { whenever } from "./trouble";

/** The file of a `local` backend was cut off; Terraform says so of the lock, which it reads from there. */
export const stateBroken = whenever(
  "state-broken",
  /state file could not be parsed|does not have a "version"/i,
  () => ({
    what: "The state is not whole: writing it was cut off, by a kill or a full disk.",
    remedy:
      "The next `apply` takes errored.tfstate or the backup beside it, and looks for what was created since. Do not delete either.",
  }),
);

/** Another Terraform holds the lock, or one that was killed has left it. */
export const stateLocked = whenever("state-locked", /Error acquiring the state lock/i, (match, { folder, stack }) => {
  const field = (name: string): string => new RegExp(`${name}:\\s+(\\S.*?)\\s*(?:\\n|$)`).exec(match.input)?.[1] ?? "?";
  const id = field("ID");
  return {
    what: `The state of ${stack} is locked by ${field("Who")} since ${field("Created")} (${field("Operation")}).`,
    remedy: `If that Terraform still runs, wait for it. If it was killed, clear its lock: \`cd ${folder} && terraform force-unlock ${id}\`, then run the same command again.`,
  };
});

/** Terraform could not write the state and has left it beside the JSON. */
export const stateNotSaved = whenever(
  "state-not-saved",
  /Failed to (?:save|persist) state|Error saving state|errored\.tfstate|Failed to write state/i,
  (_, { folder }) => ({
    what: "Terraform changed resources and could not save the state where it belongs.",
    remedy: `The state is in ${folder}/errored.tfstate. Do not delete it. Mend what kept it from being saved; the next run saves it, and so does \`cd ${folder} && terraform state push errored.tfstate\`.`,
  }),
);

/** The bucket of the backend does not exist. */
export const backendMissing = whenever(
  "backend-missing",
  /S3 bucket "?[\w.-]*"? ?does not exist|NoSuchBucket[^]*(?:state|backend)|Failed to get existing workspaces/i,
  (_, { account }) => ({
    what: `The bucket for the states of ${account} does not exist.`,
    remedy: "Bootstrap the account first: docs/bootstrap.md.",
  }),
);

/** The landscape names another backend than the folder was initialized with. */
export const backendMoved = whenever(
  "backend-moved",
  /Backend configuration changed|Backend initialization required|Backend type changed|Terraform Cloud initialization required/i,
  (_, { folder }) => ({
    what: "The stack's backend is another one than before.",
    remedy: `To take the state along: \`cd ${folder} && terraform init -migrate-state\`. When the state is in the new place already: \`terraform init -reconfigure\`.`,
  }),
);

/** Somebody applied something between plan and apply. */
export const planStale = whenever("plan-stale", /Saved plan is stale/i, () => ({
  what: "The state has changed since the plan was made.",
  remedy: "Plan again, look at the new plan, apply that one.",
}));
