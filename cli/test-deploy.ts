import { runCommand } from "../deployment/command";
import { testDeployment } from "../local/check/deployment";

void runCommand(testDeployment);
