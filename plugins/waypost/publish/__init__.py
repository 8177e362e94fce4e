"""From sealed parcels to a site that is whole at every moment: staging, the leak gate, verifying, exchanging."""
