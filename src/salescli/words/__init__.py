"""Every word a user reads, in Chinese and English, by area. Nothing lies below this layer."""
