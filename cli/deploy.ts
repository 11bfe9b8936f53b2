import { runCommand } from "../deployment/command";
import { deployCommand } from "../deployment/commands";

void runCommand(deployCommand);
