"""Problems of the plan of the year, a file a part of it: what stands in the way of an exact split."""
