# interchange
