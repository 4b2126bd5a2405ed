# finding
