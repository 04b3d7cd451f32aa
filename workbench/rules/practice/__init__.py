"""A client call of six minutes to practise on: what is said, and what was worth writing down."""
