"""One module per AWS service; importing a module registers its calls."""
