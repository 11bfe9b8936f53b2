import { testDeployment } from "../local/check/deployment";
import { runCommand } from "../operations/command";

void runCommand(testDeployment);
