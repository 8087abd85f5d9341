"""What is alike: wishes and activities that mean the same as what is being typed."""
