"""What a professional was asked about a wish: it waits, goes with a log, is asked otherwise, or is taken back."""
