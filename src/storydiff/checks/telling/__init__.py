"""How reports tell what they tell: whom they credit, how they head and label it, what they leave out."""
