"""How an older register becomes one of this version; run by Alembic from the package."""
