#!/usr/bin/env node
import { runCommand } from "../operations/command";
import { lockCommand } from "../operations/provider-lock/command";

void runCommand(lockCommand);
