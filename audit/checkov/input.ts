import type { Block, Output } from "../output/types";

const withoutTerraform = (document: Block): Block =>
  Object.fromEntries(Object.entries(document).filter(([key]) => key !== "terraform"));

/**
 * The documents to be checked, by path. The block `terraform` is left out: checkov 3 cannot parse one that holds a text,
 * such as required_version, and passes over the whole file; none of its checks looks there.
 */
export const checkovInput = ({ stacks }: Output): ReadonlyMap<string, Block> =>
  new Map(
    stacks.flatMap(({ documents }) =>
      [...documents].map(([file, document]) => [file, withoutTerraform(document)] as const),
    ),
  );
