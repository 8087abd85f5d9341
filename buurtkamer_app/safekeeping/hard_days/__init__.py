"""The hard days: moving, handing over, a lost stick, the turn of the year."""
