import { runCommand } from "../deployment/command";
import { testCheckov } from "../local/check/checkov";

void runCommand(testCheckov);
