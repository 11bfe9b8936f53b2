import { cloudCommand } from "../deployment/cloud/command";
import { runCommand } from "../deployment/command";

void runCommand(cloudCommand);
