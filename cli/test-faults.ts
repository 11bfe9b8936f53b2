import { runCommand } from "../deployment/command";
import { testFaults } from "../local/check/faults";

void runCommand(testFaults);
