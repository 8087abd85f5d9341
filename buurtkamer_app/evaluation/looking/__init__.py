"""Looking back over any period: figures, the rows behind them, and what people said."""
