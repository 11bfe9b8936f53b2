import { runCommand } from "../deployment/command";
import { testEmulator } from "../local/check/emulator";

void runCommand(testEmulator);
