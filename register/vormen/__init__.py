"""The shapes of the model, each made from field metadata alone: columns, tables, JSON."""
