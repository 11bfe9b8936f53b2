"""The AWS emulator (moto server) with the calls that Terraform's AWS provider needs and moto lacks."""
