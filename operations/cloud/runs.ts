import * as v from "valibot";
import { Failure } from "../failure";
import type { CloudClient, Reach } from "./client";

/** A run as far as this project looks at it. */
export interface Run {
  readonly id: string;
  readonly status: string;
  /** Whether it is planned and waits for somebody to confirm it. */
  readonly waits: boolean;
}

const Version = v.object({
  data: v.object({
    id: v.string(),
    attributes: v.object({ "upload-url": v.optional(v.nullable(v.string())), status: v.string() }),
  }),
});
const RunAnswer = v.object({
  data: v.object({
    id: v.string(),
    attributes: v.object({
      status: v.string(),
      actions: v.optional(v.object({ "is-confirmable": v.optional(v.boolean()) })),
    }),
  }),
});

/** Last states of a run. https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run#run-states */
const OVER = new Set([
  "applied",
  "planned_and_finished",
  "planned_and_saved",
  "policy_soft_failed",
  "discarded",
  "errored",
  "canceled",
  "force_canceled",
]);
const PAUSE_MILLISECONDS = 3000;

const runOf = (answer: unknown): Run => {
  const { id, attributes } = v.parse(RunAnswer, answer).data;
  return {
    id,
    status: attributes.status,
    waits: attributes.actions?.["is-confirmable"] ?? attributes.status === "planned",
  };
};

/** Uploads a stack's archive and queues a run of it, which waits for a confirmation before it changes anything. */
export async function queueRun(
  client: CloudClient,
  workspaceId: string,
  archive: Uint8Array,
  { message, planOnly }: { readonly message: string; readonly planOnly: boolean },
  wait: Reach["wait"],
): Promise<Run> {
  const attributes = { "auto-queue-runs": false, speculative: planOnly };
  const { id, attributes: made } = v.parse(
    Version,
    await client.call("POST", `workspaces/${encodeURIComponent(workspaceId)}/configuration-versions`, {
      data: { type: "configuration-versions", attributes },
    }),
  ).data;
  const url = made["upload-url"];
  if (url === undefined || url === null) throw new Failure(`The configuration version ${id} has no upload URL.`);
  await client.upload(url, archive);
  await uploaded(client, id, wait);
  return runOf(
    await client.call("POST", "runs", {
      data: {
        type: "runs",
        attributes: { message, "plan-only": planOnly, "auto-apply": false },
        relationships: {
          workspace: { data: { type: "workspaces", id: workspaceId } },
          "configuration-version": { data: { type: "configuration-versions", id } },
        },
      },
    }),
  );
}

/** The archive is unpacked some time after the upload; a run before that is refused. */
async function uploaded(client: CloudClient, id: string, wait: Reach["wait"]): Promise<void> {
  for (;;) {
    const { attributes } = v.parse(
      Version,
      await client.call("GET", `configuration-versions/${encodeURIComponent(id)}`),
    ).data;
    if (attributes.status === "uploaded") return;
    if (attributes.status === "errored") throw new Failure(`The configuration version ${id} could not be unpacked.`);
    await wait(PAUSE_MILLISECONDS);
  }
}

/** Waits until a run is over, or waits itself. */
export async function settled(
  client: CloudClient,
  run: Run,
  wait: Reach["wait"],
  seen: (status: string) => void,
): Promise<Run> {
  let now = run;
  seen(now.status);
  while (!OVER.has(now.status) && !now.waits) {
    await wait(PAUSE_MILLISECONDS);
    const before = now.status;
    now = runOf(await client.call("GET", `runs/${encodeURIComponent(run.id)}`));
    if (now.status !== before) seen(now.status);
  }
  return now;
}

/** Confirms a run that waits, and waits until it is over. */
export async function confirmed(
  client: CloudClient,
  run: Run,
  comment: string,
  wait: Reach["wait"],
  seen: (status: string) => void,
): Promise<Run> {
  await client.call("POST", `runs/${encodeURIComponent(run.id)}/actions/apply`, { comment });
  return await settled(client, { id: run.id, status: "confirmed", waits: false }, wait, seen);
}

/** Whether a run did what was asked. */
export const succeeded = ({ status }: Run): boolean => status === "applied" || status === "planned_and_finished";
