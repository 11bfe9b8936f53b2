/** Whether the committed output is to be rewritten; never on a build server, where nobody would review it. */
export function mayRewrite({ LAKE_UPDATE_BASELINE: update, CI: server }: NodeJS.ProcessEnv): boolean {
  if (update !== "1") return false;
  if (server === "true") throw new Error("the baseline is not rewritten on a build server: nobody would review it");
  return true;
}
