import type { Resource } from "../output/types";
import type { Severity } from "../types";
import type { World } from "./world";

/** A requirement of a catalogue that the control serves; it need not cover all of it. */
export interface Reference {
  readonly catalogue: "AWS FSBP" | "CIS AWS Foundations 5.0.0" | "PCI DSS 4.0.1" | "hashicorp/terraform-provider-aws";
  readonly id: string;
}

/** What a control says of one resource. */
export type Judgement =
  | { readonly verdict: "pass" }
  /** `undecided`: the JSON does not say, for example because the value is known after apply. */
  | { readonly verdict: "fail" | "undecided"; readonly found: string };

/** Where something stands in the output. */
export type Place = Pick<Resource, "stack" | "file" | "address" | "constructPath" | "pointer">;

/** A judgement and its place. */
export type Verdict = Judgement & { readonly place: Place };

/** A rule over the generated JSON of all stacks. */
export interface Control {
  /** Kebab case; what waivers name. */
  readonly id: string;
  /** What must be true. */
  readonly sentence: string;
  /** What happens where it is not. */
  readonly reason: string;
  /** What to write instead. */
  readonly remedy: string;
  readonly severity: Severity;
  readonly references: readonly Reference[];
  /** Pure; nothing when the stacks hold nothing that it is about. */
  readonly check: (world: World) => readonly Verdict[];
}

export const at = ({ stack, file, address, constructPath, pointer }: Place, judgement: Judgement): Verdict => ({
  ...judgement,
  place: { stack, file, address, pointer, ...(constructPath === undefined ? {} : { constructPath }) },
});

/** A control that judges each resource of some types; `undefined` means that it is not about this one. */
export const eachResource =
  (types: readonly string[], judge: (resource: Resource, world: World) => Judgement | undefined): Control["check"] =>
  (world) =>
    world.of(...types).flatMap((resource) => {
      const judgement = judge(resource, world);
      return judgement === undefined ? [] : [at(resource, judgement)];
    });
