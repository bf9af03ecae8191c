// Opens the search; what it needs is loaded then.
