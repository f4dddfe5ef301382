"""What runs Python of other people's: checked, in a namespace of its own, with few modules."""
