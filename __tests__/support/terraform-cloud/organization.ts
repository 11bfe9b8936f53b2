import { createHash } from "node:crypto";
import { Refusal } from "./shapes";

export interface Workspace {
  readonly id: string;
  attributes: Readonly<Record<string, unknown>>;
  projectId: string;
  readonly tags: Set<string>;
  readonly variables: Map<string, Readonly<Record<string, unknown>>>;
  /** Ids of sources by id of the trigger. */
  readonly triggers: Map<string, string>;
}

export interface Version {
  readonly workspaceId: string;
  status: "pending" | "uploaded";
  archive?: Uint8Array;
}

export interface Run {
  readonly workspaceId: string;
  readonly planOnly: boolean;
  status: string;
}

/** What an organization holds. */
export class Organization {
  public readonly projects = new Map<string, string>();
  public readonly workspaces = new Map<string, Workspace>();
  public readonly versions = new Map<string, Version>();
  public readonly runs = new Map<string, Run>();
  private ids = 0;

  public workspace(name: string): Workspace {
    const found = [...this.workspaces.values()].find(({ attributes }) => attributes["name"] === name);
    if (found === undefined) throw new Error(`no workspace ${name}`);
    return found;
  }

  /** Names of the workspaces that trigger runs of another. */
  public sources(name: string): readonly string[] {
    return [...this.workspace(name).triggers.values()]
      .map((id) => String(this.workspaces.get(id)?.attributes["name"]))
      .toSorted();
  }

  /** A workspace that somebody else made. */
  public addWorkspace(attributes: Readonly<Record<string, unknown>>, projectId: string): Workspace {
    const id = this.id("ws");
    const made = { id, attributes, projectId, tags: new Set<string>(), variables: new Map(), triggers: new Map() };
    this.workspaces.set(id, made);
    return made;
  }

  /** The workspace of a path. */
  public byId(id = ""): Workspace {
    const found = this.workspaces.get(id);
    if (found === undefined) throw new Refusal(404, "no such workspace");
    return found;
  }

  /** A new id, the same in every run of a test. */
  public id(kind: string): string {
    this.ids += 1;
    return `${kind}-${createHash("sha256").update(String(this.ids)).digest("hex").slice(0, 16)}`;
  }
}
