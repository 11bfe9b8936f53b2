import { runCommand } from "../local/command";
import { readiness } from "../local/readiness";

void runCommand(readiness);
