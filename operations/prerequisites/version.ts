/** Major and minor number of a version. */
export type Version = readonly [major: number, minor: number];

/** First version in a text such as `v20.1.0`, `Terraform v1.11.4` or `Python 3.12.1`. */
export function parseVersion(text: string): Version | undefined {
  const match = /(\d+)\.(\d+)/.exec(text);
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

/** Whether a version is the wanted one or a newer one. */
export function atLeast(version: Version, wanted: Version): boolean {
  return version[0] > wanted[0] || (version[0] === wanted[0] && version[1] >= wanted[1]);
}

export const showVersion = (version: Version): string => version.join(".");
