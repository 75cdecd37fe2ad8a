"""From a name as written to a name that can be compared. No I/O beyond the tables; knows no list."""
