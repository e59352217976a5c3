"""What the clerk fetches from the web: sources are asked, what they name is captured, and every answer is kept."""
