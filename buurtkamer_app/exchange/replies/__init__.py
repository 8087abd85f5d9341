"""What a professional answered comes back into the room: a signed file, read, shown, and laid with its wishes."""
