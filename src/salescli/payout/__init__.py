"""Stage 激励: incentive plans read, commission worked out and explained."""
