"""How a store grows: loading, memory and questions, on a made-up press."""
