#include "script/mysql_guards.h"

#include <fmt/format.h>

#include "migc/base/text.h"
#include "migc/dialect/lineage.h"
#include "migc/emit/sql_writer.h"
#include "script/mysql_abort.h"
#include "script/mysql_lexis.h"
#include "script/mysql_steps.h"

namespace migc::script {
namespace {

constexpr std::string_view kLedger = "migc_step";

std::string SchemaOf(const Context& context) {
  const std::string& schema = context.input.options.bookkeeping.version_schema;
  return schema.empty() ? "DATABASE()" : QuoteForMysql(schema);
}

std::string TableExists(const Context& context, const std::string& table) {
  return fmt::format("EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = {} AND table_name = {})",
                     SchemaOf(context), QuoteForMysql(table));
}

// 8.0.16 is 8000016.
std::size_t VersionNumber(const dialect::Version& version) {
  return static_cast<std::size_t>(version.major) * 1000000 + static_cast<std::size_t>(version.minor) * 1000 +
         static_cast<std::size_t>(version.patch);
}
constexpr std::string_view kServerNumber =
    "SUBSTRING_INDEX(@migc_version, '.', 1) * 1000000 + SUBSTRING_INDEX(SUBSTRING_INDEX(@migc_version, '.', 2), '.', -1) * 1000 + "
    "SUBSTRING_INDEX(@migc_version, '.', -1)";

// One SET of @migc_stop: the sentence of the first condition that holds. What was found before stays.
class Conditions {
 public:
  void When(const std::string& condition, const std::string& sentence) {
    text_ += fmt::format("  WHEN {} THEN {}\n", condition, sentence);
  }
  void WhenText(const std::string& condition, std::string_view sentence) { When(condition, QuoteForMysql(sentence)); }
  void Write(std::string_view found, ScriptText& out) const {
    out.Line("SET @migc_stop = CASE");
    if (found.empty()) {
      out.Line(text_ + "  ELSE '' END;");
    } else {
      out.Line(fmt::format("  WHEN {} THEN @migc_stop\n{}  ELSE '' END;", found, text_));
    }
  }

 private:
  std::string text_;
};

constexpr std::string_view kStopped = "@migc_stop IS NULL OR @migc_stop <> ''";

void WritePosition(const Context& context, ScriptText& out) {
  out.Line("-- How many of its revisions this database has.");
  out.Line("SET @migc_revisions = CASE");
  out.Line(fmt::format("  WHEN {} THEN NULL", kStopped));
  const auto positions = Positions(context.input);
  for (std::size_t i = 0; i < positions.size(); ++i) out.Line(fmt::format("  WHEN {} THEN {}", RowsAre(positions[i]), i));
  out.Line("  END;");
}

// The row is of this account, whatever the collations of the two sides.
constexpr std::string_view kGrantee = "CONVERT(grantee USING utf8mb4) COLLATE utf8mb4_bin = @migc_user";

std::string LacksPrivilege(std::string_view privilege) {
  const std::string has = fmt::format("{} AND privilege_type = '{}'", kGrantee, privilege);
  return fmt::format(
      "@migc_asked AND NOT EXISTS (\n"
      "    SELECT 1 FROM information_schema.user_privileges\n"
      "      WHERE {0}\n"
      "    UNION ALL SELECT 1 FROM information_schema.schema_privileges\n"
      "      WHERE {0} AND DATABASE() LIKE table_schema\n"
      "    UNION ALL SELECT 1 FROM information_schema.table_privileges\n"
      "      WHERE {0} AND table_schema = DATABASE())",
      has);
}

}  // namespace

std::string StepTable(const Context& context) {
  ir::Name name;
  name.schema = context.input.options.bookkeeping.version_schema;
  name.name = std::string(kLedger);
  return emit::QuoteName(context.dialect(), name);
}

bool KeepsLedger(const Input& input) { return input.purpose == Purpose::kMove && !input.revisions.empty(); }

std::size_t LastPosition(const Input& input) { return input.purpose == Purpose::kMove ? input.revisions.size() : 1; }

std::string RowsAre(const std::vector<std::string>& heads) {
  if (heads.empty()) return "@migc_count = 0";
  return fmt::format("@migc_count = {} AND @migc_here = {} COLLATE utf8mb4_bin", heads.size(),
                     QuoteForMysql(base::Join(heads, ", ")));
}

std::string ReadRows(const Context& context, std::string_view locking) {
  return fmt::format(
      "SET @migc_count = (SELECT COUNT(*) FROM {0}{1}),\n"
      "  @migc_here = (SELECT COALESCE(GROUP_CONCAT(CONVERT(version_num USING utf8mb4) ORDER BY CONVERT(version_num USING utf8mb4) "
      "COLLATE utf8mb4_bin SEPARATOR ', '), '')\n    FROM {0}{1})",
      context.version_table, locking);
}

void WriteStop(ScriptText& out) { out.Line("SET SESSION sql_warnings = IF(@migc_stop = '', 'OFF', @migc_stop);"); }

void WriteRun(ScriptText& out) { out.Line("PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;"); }

void WriteServerGuard(const Context& context, ScriptText& out) {
  const dialect::Dialect& dialect = context.dialect();
  const Input& input = context.input;
  Conditions stop;
  stop.WhenText("DATABASE() IS NULL", "no database is chosen; nothing was changed. Name it: mysql DATABASE < THIS_FILE");
  // The first of a family is the one whose version names no product.
  const bool root = dialect.lineage.size() == 1;
  const std::string& mark = dialect.version_after.empty() ? dialect.title : dialect.version_after;
  const std::string other =
      root ? "VERSION() LIKE '%MariaDB%' OR VERSION() LIKE '%TiDB%'" : fmt::format("VERSION() NOT LIKE '%{}%'", mark);
  stop.When(other, fmt::format("CONCAT({}, VERSION(), '; nothing was changed')",
                               QuoteForMysql("this script is for " + dialect.title + ", and this server is ")));
  stop.When(fmt::format("{} < {}", kServerNumber, VersionNumber(dialect.target)),
            fmt::format("CONCAT({}, VERSION(), '; nothing was changed')",
                        QuoteForMysql(fmt::format("this script is for {} {} or newer, and this server is ", dialect.title,
                                                  dialect::Text(dialect.target)))));
  stop.WhenText("NOT @migc_locked <=> 1",
                fmt::format("another session has been applying migrations to this database for {}; nothing was changed",
                            dialect::IsTidb(dialect) ? "an hour" : "a day"));
  if (ChecksRows(input) && !input.from.empty()) {
    stop.WhenText("NOT " + TableExists(context, input.options.bookkeeping.version_table),
                  fmt::format("there is no table {}, so no migration was recorded in this database, and this script starts at {}; "
                              "nothing was changed",
                              context.version_name, HeadsText(input.from)));
  }
  if (WritesHistory(input) && !MakesBookkeeping(input)) {
    stop.WhenText(
        "NOT " + TableExists(context, input.options.bookkeeping.history_table),
        fmt::format("there is no table {}, in which this script records what it did; nothing was changed", context.history_name));
  }
  // 8.0.11-TiDB-v8.5.1: its own version comes after another product's.
  const std::string version = dialect.version_after.empty()
                                  ? "VERSION()"
                                  : fmt::format("SUBSTRING_INDEX(VERSION(), {}, -1)", QuoteForMysql(dialect.version_after));
  out.Line(
      fmt::format("SET @migc_version = CONCAT(SUBSTRING_INDEX(CONCAT(SUBSTRING_INDEX({}, '-', 1), '.0.0'), '.', 3));", version));
  stop.Write("", out);
  WriteStop(out);
}

void WriteRowsGuard(const Context& context, ScriptText& out) {
  const Input& input = context.input;
  out.Line("SET @migc_count = NULL, @migc_here = NULL;");
  out.Line(fmt::format("SET @migc_sql = IF(@migc_stop = '' AND {},\n  {},\n  {});",
                       TableExists(context, input.options.bookkeeping.version_table), QuoteForMysql(ReadRows(context, "")),
                       QuoteForMysql("SET @migc_count = 0, @migc_here = ''")));
  WriteRun(out);
  WritePosition(context, out);
  Conditions stop;
  if (LastPosition(input) > 0 && !input.options.idempotent) {
    stop.WhenText(fmt::format("@migc_revisions = {}", LastPosition(input)),
                  fmt::format("this database is at {} already, where this script leads; nothing was changed", HeadsText(input.to)));
  }
  if (input.abort) {
    for (const auto& [condition, sentence] : AbortRefusals(context)) stop.WhenText(condition, sentence);
  }
  stop.When("@migc_revisions IS NULL",
            fmt::format("CONCAT('this database is at ', IF(@migc_count = 0, 'base', @migc_here), {})",
                        QuoteForMysql(fmt::format(", and this script starts at {}; nothing was changed", HeadsText(input.from)))));
  stop.Write(kStopped, out);
  out.Line("SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);");
  WriteStop(out);
}

// Of accounts without a role: what a role gives is not in these tables (USER_PRIVILEGES, SCHEMA_PRIVILEGES, TABLE_PRIVILEGES: the
// privileges of the account itself). Every account has a row in the first one. MySQL 5.7 has no roles, nor CURRENT_ROLE().
void WritePrivilegeGuard(const Context& context, ScriptText& out) {
  const catalog::Needs& needs = context.input.needs;
  std::vector<std::string_view> wanted = {"CREATE"};  // the ledger is made in any case
  if (needs.alters) wanted.push_back("ALTER");
  if (needs.indexes) wanted.push_back("INDEX");
  if (needs.drops) wanted.push_back("DROP");
  const bool old = context.dialect().lineage.size() == 1 && context.dialect().target.major < 8;
  out.Line("-- The account may do it. What a role gives is not told here, so an account with one is not asked.");
  out.Line("SET @migc_user = CONCAT('''', LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) -");
  out.Line(
      "  CHAR_LENGTH(SUBSTRING_INDEX(CURRENT_USER(), '@', -1)) - 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''');");
  out.Line(fmt::format("SET @migc_asked = {}(SELECT COUNT(*) FROM information_schema.user_privileges\n  WHERE {}) > 0;",
                       old ? "/*!80000 CURRENT_ROLE() = 'NONE' AND */ " : "COALESCE(CURRENT_ROLE(), 'NONE') = 'NONE' AND ",
                       kGrantee));
  Conditions stop;
  for (const std::string_view privilege : wanted) {
    stop.When(
        LacksPrivilege(privilege),
        fmt::format("CONCAT('user ', @migc_user, {})",
                    QuoteForMysql(fmt::format(" lacks the privilege {} in this database, which this script needs; nothing was "
                                              "changed",
                                              privilege))));
  }
  stop.Write(kStopped, out);
  out.Line("SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);");
  WriteStop(out);
}

void WriteLedgerGuard(const Context& context, ScriptText& out) {
  const Input& input = context.input;
  const std::string ledger = StepTable(context);
  std::vector<std::string> ids;
  for (const RevisionPart& revision : input.revisions) ids.push_back(QuoteForMysql(revision.id));
  out.Line("-- The ledger: the steps that a run of this script has done, while a revision is not complete.");
  out.Line(fmt::format("SET @migc_sql = IF(@migc_revisions IS NOT NULL,\n  {},\n  'DO 0');",
                       QuoteForMysql(fmt::format("CREATE TABLE IF NOT EXISTS {} (\n"
                                                 "    revision VARCHAR(128) NOT NULL,\n"
                                                 "    step INT NOT NULL,\n"
                                                 "    statement_sha256 CHAR(64) NOT NULL,\n"
                                                 "    state VARCHAR(7) NOT NULL,\n"
                                                 "    PRIMARY KEY (revision, step)\n"
                                                 "  ) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                                                 ledger))));
  WriteRun(out);
  out.Line("SET @migc_run = NULL, @migc_other = 'nobody knows which';");
  out.Line(fmt::format("SET @migc_run = (SELECT MAX(IF(revision = '', statement_sha256, NULL)) FROM {}),", ledger));
  out.Line(
      fmt::format("  @migc_other = (SELECT MAX(IF(revision NOT IN ('', ELT(@migc_revisions + 1, {})), revision, NULL)) FROM {});",
                  base::Join(ids, ", "), ledger));
  out.Line("SET @migc_stop = CASE");
  out.Line(fmt::format("  WHEN {} THEN @migc_stop", kStopped));
  out.Line(
      "  WHEN @migc_other IS NOT NULL THEN CONCAT('revision ', @migc_other, ' was begun by another script and is not complete; let "
      "that one end first')");
  if (!input.options.idempotent) {
    out.DigestLine("  WHEN @migc_revisions > 0 AND NOT @migc_run <=> '", 64,
                   fmt::format("' THEN CONCAT('this database is at ', @migc_here, {})",
                               QuoteForMysql(fmt::format(", where no run of this script left it; this script starts at {}",
                                                         HeadsText(input.from)))));
  }
  for (const RevisionPart& revision : input.revisions) {
    if (!HasDirectSteps(revision, context.dialect())) continue;
    // What cannot be prepared cannot be passed over.
    out.Line(fmt::format("  WHEN @migc_revisions > {} THEN CONCAT('a run of this script left this database at ', @migc_here, {})",
                         IndexOf(input, revision), QuoteForMysql("; compile what is left with --from " + OneLine(revision.id))));
  }
  out.Line("  ELSE '' END;");
  out.Line("SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);");
  WriteStop(out);
  out.Line("SET @migc_fresh = @migc_revisions = 0 AND @migc_run IS NULL;");
}

void WriteResume(const Context& context, const RevisionPart& revision, ScriptText& out) {
  const dialect::Dialect& dialect = context.dialect();
  const std::string entries = LedgerEntries(revision, dialect);
  const std::string id = OneLine(revision.id);
  out.Line(fmt::format("SET @migc_revision = {}, @migc_fresh = 0, @migc_done = NULL, @migc_begun = NULL, @migc_other = NULL;",
                       QuoteForMysql(revision.id)));
  const std::string from = fmt::format("FROM {} WHERE revision = @migc_revision AND @migc_revisions = {})", StepTable(context),
                                       IndexOf(context.input, revision));
  out.Line(fmt::format("SET @migc_done = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) {},", from));
  out.Line(fmt::format("  @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) {},", from));
  if (entries.empty()) {
    out.Line(fmt::format("  @migc_other = (SELECT COUNT(*) {};", from));
  } else {
    out.Line(fmt::format(
        "  @migc_other = (SELECT COALESCE(SUM(state = 'done' AND (step, statement_sha256) NOT IN (\n    {})), 0)\n    {};", entries,
        from));
  }
  Conditions stop;
  stop.WhenText("@migc_other IS NULL", "the ledger cannot be read");
  stop.WhenText("@migc_other > 0",
                fmt::format("revision {} was begun with other statements than these; finish or undo it by hand, and empty {}", id,
                            StepTable(context)));
  if (const std::vector<std::string> blind = StepsWithoutProbe(revision, dialect); !blind.empty()) {
    stop.When(fmt::format("@migc_begun IN ({})", base::Join(blind, ", ")),
              fmt::format("CONCAT('step ', @migc_begun, {})",
                          QuoteForMysql(fmt::format(" of {} was begun: if it took effect, set its state in {} to done, else delete "
                                                    "its row; then run again",
                                                    id, StepTable(context)))));
  }
  std::size_t number = 0;
  for (const emit::Statement& statement : revision.sql.statements) {
    if (statement.kind == emit::StatementKind::kNote) continue;
    ++number;
    const bool sql = statement.kind != emit::StatementKind::kRequire;
    if (!sql || !statement.probe.empty() || KindOf(statement.sql, dialect) != MysqlKind::kDirect) continue;
    stop.WhenText(fmt::format("@migc_done >= {}", number),
                  fmt::format("step {} of {} was done, and cannot be passed over; finish the revision by hand", number, id));
  }
  stop.Write("", out);
  out.Line(fmt::format("SET @migc_step = IF(@migc_revisions = {} AND @migc_stop = '', @migc_done, NULL);",
                       IndexOf(context.input, revision)));
  out.Line("SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);");
  WriteStop(out);
}

}  // namespace migc::script
