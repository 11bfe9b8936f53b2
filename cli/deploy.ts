#!/usr/bin/env node
import { runCommand } from "../operations/command";
import { deployCommand } from "../operations/deploy/commands";

void runCommand(deployCommand);
