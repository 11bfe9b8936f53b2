import { testEmulator } from "../local/check/emulator";
import { runCommand } from "../operations/command";

void runCommand(testEmulator);
