"""What is the case in one report and not in another: custody, charges, conditions, damage, plans, denials."""
