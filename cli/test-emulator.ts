import { testEmulator } from "../local/check/emulator";
import { runCommand } from "../local/command";

void runCommand(testEmulator);
