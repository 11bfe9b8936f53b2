import { testCdkTerrain } from "../local/check/cdk-terrain";
import { runCommand } from "../operations/command";

void runCommand(testCdkTerrain);
