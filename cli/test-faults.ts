import { testFaults } from "../local/check/faults";
import { runCommand } from "../operations/command";

void runCommand(testFaults);
