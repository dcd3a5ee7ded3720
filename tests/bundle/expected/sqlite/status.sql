-- Where a SQLite database is, and the receipt for the ticket
--
-- Made by:       migc 0.1.0
-- Made for:      sqlite (SQLite 3.40 or newer)
-- Run with:      sqlite3 -readonly DATABASE_FILE < THIS_FILE
-- Belongs to:    upgrade.sql with the SHA-256 0000000000000000000000000000000000000000000000000000000000000000
--
-- It changes nothing.

.bail on
.mode list
.headers off
.separator " | "
PRAGMA query_only = ON;

SELECT 'table', 'migc_version', CASE WHEN count(*) > 0 THEN 'is there' ELSE 'is not there: the database is at base' END
FROM sqlite_master WHERE type = 'table' AND name = 'migc_version' COLLATE NOCASE;


-- The revisions that the database is at; no row: base.
SELECT 'revision' AS what, version_num FROM migc_version ORDER BY version_num;


-- What was done last, and when.
SELECT 'last' AS what, direction, revision, applied_at FROM migc_history
WHERE id = (SELECT MAX(id) FROM migc_history);


-- The receipt, when a script of this bundle has run to its end and nothing has run since.
SELECT CASE
  WHEN last_sha256 = '0000000000000000000000000000000000000000000000000000000000000000'
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN ('d') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('d') THEN 1 END)
  FROM migc_version) = 0
    THEN 'MIGC-RECEIPT 1 sqlite a d ............ 3'
  WHEN last_sha256 = '0000000000000000000000000000000000000000000000000000000000000000'
    AND (SELECT 1 - COUNT(CASE WHEN version_num IN ('a') THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ('a') THEN 1 END)
  FROM migc_version) = 0
    THEN 'MIGC-RECEIPT 1 sqlite d a ............ 3'
  ELSE 'no receipt: what ran last here is no script of this bundle, or did not come to its end' END AS receipt
FROM (SELECT MAX(script_sha256) AS last_sha256 FROM migc_history
  WHERE id = (SELECT MAX(id) FROM migc_history)) last_run;

PRAGMA query_only = OFF;
.separator "|"
