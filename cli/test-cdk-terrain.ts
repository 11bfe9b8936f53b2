import { testCdkTerrain } from "../local/check/cdk-terrain";
import { runCommand } from "../local/command";

void runCommand(testCdkTerrain);
