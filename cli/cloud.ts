#!/usr/bin/env node
import { cloudCommand } from "../operations/cloud/command";
import { runCommand } from "../operations/command";

void runCommand(cloudCommand);
