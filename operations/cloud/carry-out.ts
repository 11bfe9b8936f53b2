import * as v from "valibot";
import { Failure } from "../failure";
import type { Change } from "./changes";
import type { CloudClient } from "./client";
import type { Variable } from "./desired";
import type { Present } from "./present";

const Created = v.object({ data: v.object({ id: v.string() }) });
const json = v.parser(Created);

/**
 * Does one change after the other. When one fails, those before it are done, and the command can be run again: it looks
 * at what is there each time.
 * @param done told after each change
 */
export async function carryOut(
  client: CloudClient,
  organization: string,
  changes: readonly Change[],
  present: Present,
  done: (change: Change) => void,
): Promise<void> {
  const base = `organizations/${encodeURIComponent(organization)}`;
  const ids = new Map([...present.workspaces].map(([name, { id }]) => [name, id]));
  for (const [id, name] of present.names) if (!ids.has(name)) ids.set(name, id);
  let { projectId } = present;

  const inProject = (): object => ({ relationships: { project: { data: { type: "projects", id: projectId } } } });
  const path = (workspace: string): string => {
    const id = ids.get(workspace);
    if (id === undefined) throw new Failure(`The workspace ${workspace} does not exist. Run the command again.`);
    return `workspaces/${encodeURIComponent(id)}`;
  };

  for (const change of changes) {
    switch (change.kind) {
      case "create project": {
        const data = { type: "projects", attributes: { name: change.project } };
        projectId = json(await client.call("POST", `${base}/projects`, { data })).data.id;
        break;
      }
      case "create workspace": {
        const attributes = { name: change.workspace, ...change.attributes };
        const data = { type: "workspaces", attributes, ...inProject() };
        ids.set(change.workspace, json(await client.call("POST", `${base}/workspaces`, { data })).data.id);
        break;
      }
      case "change workspace": {
        const data = { type: "workspaces", attributes: change.attributes, ...(change.move ? inProject() : {}) };
        await client.call("PATCH", path(change.workspace), { data });
        break;
      }
      case "add tags":
        await client.call("POST", `${path(change.workspace)}/relationships/tags`, { data: tags(change.tags) });
        break;
      case "remove tags":
        await client.call("DELETE", `${path(change.workspace)}/relationships/tags`, { data: tags(change.tags) });
        break;
      case "create variable":
        await client.call("POST", `${path(change.workspace)}/vars`, { data: variable(change.variable) });
        break;
      case "change variable": {
        const data = { ...variable(change.variable), id: change.id };
        await client.call("PATCH", `${path(change.workspace)}/vars/${encodeURIComponent(change.id)}`, { data });
        break;
      }
      case "create trigger": {
        const sourceable = { data: { type: "workspaces", id: ids.get(change.source) } };
        await client.call("POST", `${path(change.workspace)}/run-triggers`, {
          data: { relationships: { sourceable } },
        });
        break;
      }
      case "remove trigger":
        await client.call("DELETE", `run-triggers/${encodeURIComponent(change.id)}`);
        break;
    }
    done(change);
  }
}

const tags = (names: readonly string[]): readonly object[] =>
  names.map((name) => ({ type: "tags", attributes: { name } }));

const variable = ({ key, value, description }: Variable): object => ({
  type: "vars",
  attributes: { key, value, description, category: "env", hcl: false, sensitive: false },
});
