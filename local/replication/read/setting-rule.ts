import { type Problem, shown } from "../problem";

/** What becomes of a setting: read elsewhere, of no consequence to rows, or accepted for some values only. */
export type SettingRule = "imitated" | "without effect" | Acceptance;

interface Acceptance {
  readonly accepts: (value: unknown) => boolean;
  readonly instead: string;
}

/** `SSE_KMS` in the words of DMS's pages and of Terraform, `sse-kms` in those of its API. */
const spelled = (value: unknown): unknown =>
  typeof value === "string" ? value.toLowerCase().replaceAll("_", "-") : value;

/** Values that are not refused. */
export const only = (values: readonly (boolean | number | string)[], instead: string): SettingRule => ({
  accepts: (value) => values.some((one) => one === spelled(value)),
  instead,
});

export const off = (instead: string): SettingRule => only([false], instead);

export const unset = (instead: string): SettingRule => ({ accepts: () => false, instead });

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

/** Problems with settings: values that are not accepted, and settings that have no rule. */
export function checkSettings(
  where: string,
  settings: object,
  rules: Readonly<Record<string, SettingRule>>,
): readonly Problem[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const rule = rules[name];
    if (!isSet(value)) return [];
    const found = `${name} is ${shown(value)}`;
    if (rule === undefined) return [{ where, found, instead: "this setting is not known here" }];
    if (typeof rule === "string" || rule.accepts(value)) return [];
    return [{ where, found, instead: rule.instead }];
  });
}
