#!/usr/bin/env node
import { runAudit } from "./audit/main";

void runAudit(process.argv.slice(2), console.log, console.error).then((status) => {
  process.exitCode = status;
});
