import { runCommand } from "../deployment/command";
import { checkOutput } from "../deployment/output/command";

void runCommand(checkOutput);
