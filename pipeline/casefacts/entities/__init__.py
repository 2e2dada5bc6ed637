"""Who: the people, companies and groups of an article, and what each of their mentions stands for."""
