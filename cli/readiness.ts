import { runCommand } from "../deployment/command";
import { readiness } from "../local/readiness";

void runCommand(readiness);
