import { testCheckov } from "../local/check/checkov";
import { runCommand } from "../operations/command";

void runCommand(testCheckov);
