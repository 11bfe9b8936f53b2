import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { landscape } from "../accounts";
import { CONTROLS } from "../audit/controls";
import { controlsPage } from "../audit/controls-report/catalogue";
import { loadLandscape } from "../model/landscape/load";
import { LandscapeError } from "../model/landscape/problem";
import { consumerPages } from "../model/pages";

const FOLDER = join("docs", "consumers");
const CONTROLS_PAGE = join("docs", "controls.md");

/** Writes the page of the controls and one for each team, and removes those of teams that are gone. */
function writePages(): void {
  const pages = consumerPages(loadLandscape(landscape));
  mkdirSync(FOLDER, { recursive: true });
  for (const file of readdirSync(FOLDER).filter((name) => !pages.has(name))) rmSync(join(FOLDER, file));
  for (const [name, text] of pages) writeFileSync(join(FOLDER, name), text);
  writeFileSync(CONTROLS_PAGE, controlsPage(CONTROLS));
  console.log(`${pages.size} pages in ${FOLDER}, and ${CONTROLS_PAGE}`);
}

try {
  writePages();
} catch (error) {
  console.error(error instanceof LandscapeError ? error.message : error);
  process.exitCode = 1;
}
