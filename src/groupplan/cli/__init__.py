"""cli: the commands. Only here are the day, the folder, the environment and the terminal asked for."""
