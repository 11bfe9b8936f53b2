/**
 * A text that Terraform passes on as it is, whatever it holds. The replacements are functions, for `$$` in a replacement text
 * means one `$`.
 */
export const literalText = (text: string): string => text.replaceAll("${", () => "$${").replaceAll("%{", () => "%%{");
