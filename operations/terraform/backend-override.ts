import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Block } from "../stack-json";

const FILE = "backend_override.tf.json";

/**
 * Gives a stack another backend, or one in place of HCP Terraform: Terraform merges the file into what is generated.
 * https://developer.hashicorp.com/terraform/language/files/override
 * @param folder of the stack's JSON
 */
export const overrideBackend = (folder: string, backend: Block): void =>
  writeFileSync(join(folder, FILE), JSON.stringify({ terraform: { backend } }, undefined, 2));
