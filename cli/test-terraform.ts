import { testTerraform } from "../local/check/terraform";
import { runCommand } from "../local/command";

void runCommand(testTerraform);
