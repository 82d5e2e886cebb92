"""Problems of incentive plans and what they pay, a file a part of it."""
