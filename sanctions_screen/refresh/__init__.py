"""Keep a store up to date from the publishers, and never let a bad day's file replace a good one."""
