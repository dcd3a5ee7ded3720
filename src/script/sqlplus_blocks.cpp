#include "script/sqlplus_blocks.h"

#include <fmt/format.h>

#include <set>

#include "migc/base/text.h"
#include "migc/emit/plsql.h"
#include "migc/emit/sql_writer.h"
#include "script/sqlplus_abort.h"

namespace migc::script::sqlplus {
namespace {

// The session's tables are those of its current schema, which need not be its user's.
constexpr std::string_view kOwner = "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')";

std::string StoredName(const dialect::Dialect& dialect, const std::string& name) {
  return emit::QuoteIdentifier(dialect, name) == name ? base::UpperAscii(name) : name;
}

// A name or a sentence.
std::string Text(std::string_view text) { return emit::PlSqlString(text); }

// `IF condition THEN` stop with the sentence.
std::string StopIf(std::string_view condition, std::string_view sentence) {
  return fmt::format("  IF {} THEN\n    {}\n  END IF;\n", condition, Raise(sentence));
}

// Which schema's version table it is, as a number that DBMS_LOCK takes.
std::string LockId(const Context& context) {
  return fmt::format("DBMS_UTILITY.GET_HASH_VALUE('migc ' || {} || '.' || {}, 0, 1073741824)", kOwner,
                     Text(context.input.options.bookkeeping.version_table));
}

std::string Nothing(std::string_view text) { return std::string(text) + "; nothing was changed"; }

// CASE here WHEN 'base' THEN 0 WHEN 'a' THEN 1 … END: how many revisions of the script are behind.
std::string PositionCase(const Context& context) {
  const Input& input = context.input;
  std::string text = fmt::format("  :migc_applied := CASE here\n    WHEN {} THEN 0\n", Text(HeadsText(input.from)));
  if (input.purpose == Purpose::kMove) {
    const std::size_t last = input.revisions.size() - (input.options.idempotent || input.revisions.empty() ? 0 : 1);
    for (std::size_t i = 0; i < last; ++i) {
      const std::vector<std::string> heads = input.revisions[i].step.heads;
      text += fmt::format("    WHEN {} THEN {}\n", Text(HeadsText(heads)), i + 1);
    }
  }
  return text + "  END;\n";
}

// What a privilege to make such an object is called; empty: it takes none of its own.
std::string_view PrivilegeWord(catalog::ObjectKind kind) {
  switch (kind) {
    case catalog::ObjectKind::kTable:
      return "TABLE";
    case catalog::ObjectKind::kView:
      return "VIEW";
    case catalog::ObjectKind::kMaterializedView:
      return "MATERIALIZED VIEW";
    case catalog::ObjectKind::kSequence:
      return "SEQUENCE";
    case catalog::ObjectKind::kFunction:
    case catalog::ObjectKind::kProcedure:
      return "PROCEDURE";
    case catalog::ObjectKind::kTrigger:
      return "TRIGGER";
    case catalog::ObjectKind::kSchema:
    case catalog::ObjectKind::kExtension:
    case catalog::ObjectKind::kEnum:  // a varchar with a check
      return "";
  }
  return "";
}

// To make something in one's own schema, or in any (SQL Language Reference, "GRANT", System Privileges); SESSION_PRIVS has what the
// session may use, roles included. What stands in one's own schema may be changed without more.
std::string PrivilegeGuard(const Context& context) {
  std::set<std::string_view> words;
  for (const catalog::ObjectKind kind : context.input.needs.creates) words.insert(PrivilegeWord(kind));
  words.erase("");
  std::string guard;
  for (const std::string_view made : words) {
    guard += fmt::format(
        "  SELECT COUNT(*) INTO found FROM session_privs WHERE privilege = 'CREATE ANY {0}'\n"
        "    OR privilege = 'CREATE {0}' AND SYS_CONTEXT('USERENV', 'SESSION_USER') = {1};\n",
        made, kOwner);
    guard += StopIf("found = 0",
                    fmt::format("'user ' || USER || {}",
                                Text(Nothing(fmt::format(" lacks the privilege CREATE {}, which this script needs", made)))));
  }
  return guard;
}

// The revision that is next is the only one that may have been begun. Step 0 is of an abort.sql that has not come to its end.
std::string LedgerGuard(const Context& context) {
  std::string next = "      next_revision := CASE :migc_applied\n";
  for (std::size_t i = 0; i < context.input.revisions.size(); ++i) {
    next += fmt::format("        WHEN {} THEN {}\n", i, context.Literal(context.input.revisions[i].id));
  }
  return fmt::format(
      "  {};\n"
      "  IF found = 1 THEN\n"
      "    DECLARE\n"
      "      next_revision VARCHAR2(512);\n"
      "      other VARCHAR2(512);\n"
      "    BEGIN\n"
      "{}"
      "      END;\n"
      "      EXECUTE IMMEDIATE 'SELECT MIN(revision) FROM {} WHERE revision <> :next_revision OR step = 0' INTO other USING "
      "next_revision;\n"
      "      IF other IS NOT NULL THEN\n"
      "        {}\n"
      "      END IF;\n"
      "    END;\n"
      "  END IF;\n",
      CountTables(base::UpperAscii(kStepTable)), next, kStepTable,
      Raise("'revision ' || other || ' was begun by another script and is not complete; run that one to its end first; nothing was "
            "changed'"));
}

}  // namespace

std::string CountTables(const std::string& stored_name) {
  return fmt::format("SELECT COUNT(*) INTO found FROM all_tables WHERE owner = {} AND table_name = {}", kOwner, Text(stored_name));
}

std::string Raise(std::string_view sentence) { return fmt::format("RAISE_APPLICATION_ERROR(-20000, {});", sentence); }

std::string SessionBlock() {
  return "BEGIN\n"
         "  EXECUTE IMMEDIATE q'[ALTER SESSION SET\n"
         "    NLS_DATE_FORMAT = 'YYYY-MM-DD'\n"
         "    NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF'\n"
         "    NLS_TIMESTAMP_TZ_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF TZH:TZM'\n"
         "    NLS_NUMERIC_CHARACTERS = '.,'\n"
         "    NLS_SORT = BINARY\n"
         "    NLS_COMP = BINARY]';\n"
         "END;";
}

std::string LockBlock(const Context& context) {
  return fmt::format(
      "DECLARE\n"
      "  answer NUMBER;\n"
      "BEGIN\n"
      "  EXECUTE IMMEDIATE 'BEGIN :answer := SYS.DBMS_LOCK.REQUEST(:id, 6, 600, FALSE); END;'\n"
      "    USING OUT answer, {};\n"
      "  IF answer NOT IN (0, 4) THEN\n"
      "    {}\n"
      "  END IF;\n"
      "EXCEPTION\n"
      "  WHEN OTHERS THEN\n"
      "    IF SQLCODE <> -6550 THEN\n"
      "      RAISE;\n"
      "    END IF;\n"
      "    DBMS_OUTPUT.PUT_LINE('migc: this user has no EXECUTE on DBMS_LOCK, so see to it that one script runs at a time');\n"
      "END;",
      LockId(context), Raise(Text(Nothing("another session has been applying migrations to this database for ten minutes"))));
}

std::string UnlockBlock(const Context& context) {
  return fmt::format(
      "DECLARE\n"
      "  answer NUMBER;\n"
      "BEGIN\n"
      "  EXECUTE IMMEDIATE 'BEGIN :answer := SYS.DBMS_LOCK.RELEASE(:id); END;' USING OUT answer, {};\n"
      "EXCEPTION\n"
      "  WHEN OTHERS THEN\n"
      "    IF SQLCODE <> -6550 THEN\n"
      "      RAISE;\n"
      "    END IF;\n"
      "END;",
      LockId(context));
}

std::string ServerGuards(const Context& context, bool characters) {
  const dialect::Dialect& dialect = context.dialect();
  const dialect::Version& target = dialect.target;
  std::string body = StopIf("DBMS_TRANSACTION.LOCAL_TRANSACTION_ID IS NOT NULL",
                            Text(Nothing("a transaction is open in this session, and this script makes its own")));
  body += StopIf(fmt::format("DBMS_DB_VERSION.VERSION * 100 + DBMS_DB_VERSION.RELEASE < {}", target.major * 100 + target.minor),
                 fmt::format("'this script is for {} {} or newer, and this server is ' || DBMS_DB_VERSION.VERSION || '.' || "
                             "DBMS_DB_VERSION.RELEASE || '; nothing was changed'",
                             dialect.title, dialect::Text(target)));
  // Names of more than 30 bytes (Database Reference 12.2, COMPATIBLE).
  body += "  DBMS_UTILITY.DB_VERSION(version, compatible);\n";
  body += StopIf(
      "TO_NUMBER(REGEXP_SUBSTR(compatible, '[0-9]+', 1, 1)) * 100 + TO_NUMBER(REGEXP_SUBSTR(compatible, '[0-9]+', 1, 2)) < 1202",
      "'this script is for databases with COMPATIBLE 12.2 or higher, and this one has ' || compatible || '; nothing was changed'");
  if (characters) {
    body += StopIf("ASCIISTR('é€') <> '\\00E9\\20AC'",
                   Text(Nothing("this client does not read the script as UTF-8: set NLS_LANG=.AL32UTF8 before it starts")));
  }
  return fmt::format("DECLARE\n  version VARCHAR2(100);\n  compatible VARCHAR2(100);\nBEGIN\n{}END;", body);
}

RowsGuard RowsGuardOf(const Context& context, bool needs_history) {
  const Input& input = context.input;
  const Bookkeeping& names = input.options.bookkeeping;
  const std::string from = HeadsText(input.from);
  std::string body = fmt::format("  {};\n  IF found = 0 THEN\n", CountTables(StoredName(context.dialect(), names.version_table)));
  if (input.from.empty()) {
    body += "    here := 'base';\n";
  } else {
    const std::string none =
        input.abort && input.abort->makes_bookkeeping
            ? fmt::format("there is no table {}: upgrade.sql has not begun, so there is nothing to undo", context.version_name)
            : fmt::format("there is no table {}, so no migration was recorded in this database, and this script starts at {}",
                          context.version_name, from);
    body += "    " + Raise(Text(Nothing(none))) + "\n";
  }
  body += fmt::format(
      "  ELSE\n"
      "    EXECUTE IMMEDIATE q'[SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY NLSSORT(version_num, 'NLS_SORT=BINARY'))\n"
      "      FROM {}]' INTO here;\n"
      "    here := NVL(here, 'base');\n"
      "  END IF;\n",
      context.version_table);
  if (input.to != input.from && !input.options.idempotent) {
    body += StopIf("here = " + Text(HeadsText(input.to)),
                   Text(Nothing(fmt::format("this database is at {} already, where this script leads", HeadsText(input.to)))));
  }
  body += PositionCase(context);
  if (input.abort) body += AbortRefusals(context);
  body +=
      StopIf(":migc_applied IS NULL", fmt::format("{} || here || '; nothing was changed'",
                                                  Text(fmt::format("this script starts at {}, and this database is at ", from))));
  if (needs_history) {
    body += fmt::format("  {};\n", CountTables(StoredName(context.dialect(), names.history_table)));
    body +=
        StopIf("found = 0",
               Text(Nothing(fmt::format("there is no table {}, in which this script records what it did", context.history_name))));
  }
  const bool steps = input.purpose == Purpose::kMove && !input.revisions.empty();
  if (steps && !input.abort) body += LedgerGuard(context);
  if (steps) body += PrivilegeGuard(context);
  const std::string head = "DECLARE\n  found NUMBER;\n  here VARCHAR2(32767);\n  made_by VARCHAR2(64);\nBEGIN\n" + body;
  // Half-way there: only this very script may have brought it there.
  if (!steps || input.revisions.size() < 2 || !names.history || input.options.idempotent)
    return {head.substr(0, head.size() - 1), false, "END;"};
  return {head + fmt::format(
                     "  IF :migc_applied > 0 THEN\n"
                     "    EXECUTE IMMEDIATE 'SELECT MAX(script_sha256) KEEP (DENSE_RANK LAST ORDER BY id) FROM {}' INTO made_by;",
                     context.history_table),
          true,
          fmt::format(
              "        {}\n"
              "      END IF;\n"
              "  END IF;\n"
              "END;",
              Raise("'this database is at ' || here || ', half-way, and another script brought it there; compile one from there; "
                    "nothing was changed'"))};
}

std::string StepBlock() {
  return fmt::format(
      "DECLARE\n"
      "  this_revision VARCHAR2(512) := :revision;\n"
      "  this_step NUMBER := :step;\n"
      "  this_sha256 VARCHAR2(64) := :sha256;\n"
      "  sql_text CLOB := :sql_text;\n"
      "  probe VARCHAR2(32767) := :probe;\n"
      "  state_now VARCHAR2(7);\n"
      "  had_effect NUMBER := 0;\n"
      "BEGIN\n"
      "  SELECT MAX(CASE WHEN sha256 = this_sha256 THEN state ELSE 'other' END) INTO state_now\n"
      "    FROM {0} WHERE revision = this_revision AND step = this_step;\n"
      "  IF state_now = 'done' THEN\n"
      "    RETURN;\n"
      "  ELSIF state_now = 'other' THEN\n"
      "    RAISE_APPLICATION_ERROR(-20000, 'step ' || this_step || ' of revision ' || this_revision || ' was begun with another "
      "statement by another script; run that one to its end');\n"
      "  ELSIF state_now = 'started' THEN\n"
      "    IF probe IS NULL THEN\n"
      "      RAISE_APPLICATION_ERROR(-20000, 'step ' || this_step || ' of revision ' || this_revision || ' was cut off: look "
      "whether "
      "it was done, then set its state in {0} to done, or delete its row');\n"
      "    END IF;\n"
      "    EXECUTE IMMEDIATE probe INTO had_effect;\n"
      "  ELSE\n"
      "    INSERT INTO {0} (revision, step, sha256, state) VALUES (this_revision, this_step, this_sha256, 'started');\n"
      "    COMMIT;\n"
      "  END IF;\n"
      "  IF had_effect = 0 THEN\n"
      "    BEGIN\n"
      "      EXECUTE IMMEDIATE sql_text;\n"
      "    EXCEPTION\n"
      "      WHEN OTHERS THEN\n"
      "        ROLLBACK;\n"
      "        IF SQLCODE <> -24344 OR probe IS NULL THEN\n"
      "          DELETE FROM {0} WHERE revision = this_revision AND step = this_step;\n"
      "          COMMIT;\n"
      "        END IF;\n"
      "        RAISE;\n"
      "    END;\n"
      "  END IF;\n"
      "  UPDATE {0} SET state = 'done' WHERE revision = this_revision AND step = this_step;\n"
      "  COMMIT;\n"
      "END;",
      kStepTable);
}

std::string RequireBlock(const Context& context, std::size_t position, std::string_view revision, std::size_t step,
                         std::string_view sha256, std::string_view query, std::string_view message) {
  const std::string id = context.Literal(revision);
  return fmt::format(
      "DECLARE\n"
      "  answer VARCHAR2(4000);\n"
      "  found NUMBER;\n"
      "BEGIN\n"
      "  IF :migc_applied < {0} THEN\n"
      "    SELECT COUNT(*) INTO found FROM {1} WHERE revision = {2} AND step = {3};\n"
      "    IF found = 0 THEN\n"
      "      BEGIN\n"
      "        EXECUTE IMMEDIATE {5} INTO answer;\n"
      "      EXCEPTION\n"
      "        WHEN NO_DATA_FOUND OR TOO_MANY_ROWS THEN\n"
      "          answer := NULL;\n"
      "      END;\n"
      "      IF answer IS NULL OR answer NOT IN ('1', 'TRUE') THEN\n"
      "        {6}\n"
      "      END IF;\n"
      "      INSERT INTO {1} (revision, step, sha256, state) VALUES ({2}, {3}, '{4}', 'done');\n"
      "      COMMIT;\n"
      "    END IF;\n"
      "  END IF;\n"
      "END;",
      position, kStepTable, id, step, sha256, emit::PlSqlText(query), Raise(Text(message)));
}

TableText VersionTable(const Context& context) {
  return {StoredName(context.dialect(), context.input.options.bookkeeping.version_table),
          fmt::format("CREATE TABLE {} (\n    version_num VARCHAR2(128 CHAR) NOT NULL PRIMARY KEY\n  )", context.version_table)};
}

TableText HistoryTable(const Context& context) {
  return {StoredName(context.dialect(), context.input.options.bookkeeping.history_table),
          fmt::format("CREATE TABLE {} (\n"
                      "    id NUMBER(19) GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n"
                      "    revision VARCHAR2(128 CHAR) NOT NULL,\n"
                      "    direction VARCHAR2(9) NOT NULL,\n"
                      "    message VARCHAR2(1000 CHAR),\n"
                      "    source_sha256 CHAR(64) NOT NULL,\n"
                      "    script_sha256 CHAR(64) NOT NULL,\n"
                      "    applied_at TIMESTAMP WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,\n"
                      "    applied_by VARCHAR2(128) DEFAULT USER NOT NULL\n"
                      "  )",
                      context.history_table)};
}

TableText StepTable() {
  return {base::UpperAscii(kStepTable), fmt::format("CREATE TABLE {} (\n"
                                                    "    revision VARCHAR2(128 CHAR) NOT NULL,\n"
                                                    "    step NUMBER(10) NOT NULL,\n"
                                                    "    sha256 CHAR(64) NOT NULL,\n"
                                                    "    state VARCHAR2(7) NOT NULL CHECK (state IN ('started', 'done')),\n"
                                                    "    PRIMARY KEY (revision, step)\n"
                                                    "  )",
                                                    kStepTable)};
}

std::string MakeTables(const Context& /*context*/, const std::vector<TableText>& tables) {
  std::string block = "DECLARE\n  found NUMBER;\nBEGIN\n";
  for (const TableText& table : tables) {
    block += fmt::format("  {};\n  IF found = 0 THEN\n    EXECUTE IMMEDIATE {};\n  END IF;\n", CountTables(table.stored_name),
                         emit::PlSqlText(table.create));
  }
  return block + "END;";
}

}  // namespace migc::script::sqlplus
