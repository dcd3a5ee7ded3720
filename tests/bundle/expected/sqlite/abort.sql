-- When the upgrade of a SQLite database from a to d stopped and is not to go on
--
-- Made by:       migc 0.1.0
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Run with:      sqlite3 -readonly DATABASE_FILE < THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing, and says what can be done.

.bail on
.mode list
.headers off
.separator " | "
PRAGMA query_only = ON;

SELECT CASE WHEN (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) = 0
  THEN 'the database is at a, where it was before the upgrade: an upgrade that stops leaves nothing, so there is nothing to undo'
  ELSE 'the database is no longer at a, and this script undoes nothing: if status.sql shows the receipt, the upgrade has come to its end, and downgrade.sql leads back' END AS answer;

PRAGMA query_only = OFF;
.separator "|"
