import { testTerraform } from "../local/check/terraform";
import { runCommand } from "../operations/command";

void runCommand(testTerraform);
