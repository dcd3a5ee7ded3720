#include "script/sqlcmd_guards.h"

#include <fmt/format.h>

#include <algorithm>

#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"
#include "script/sqlcmd_ledger.h"
#include "script/sqlcmd_lexis.h"
#include "script/sqlcmd_text.h"

namespace migc::script::sqlcmd {
namespace {

// "SERVERPROPERTY (Transact-SQL)", ProductMajorVersion: 13 is 2016.
int MajorVersion(const dialect::Version& release) {
  if (release.major >= 2025) return 17;
  if (release.major >= 2022) return 16;
  if (release.major >= 2019) return 15;
  return release.major >= 2017 ? 14 : 13;
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool NeedsUtf8(const Input& input) {
  return std::ranges::any_of(input.revisions, [](const RevisionPart& revision) {
    return !IsAscii(revision.id) || !IsAscii(revision.message) ||
           std::ranges::any_of(revision.sql.statements,
                               [](const emit::Statement& one) { return !IsAscii(one.sql) || !IsAscii(one.message); });
  });
}

// True when the version table holds exactly these rows.
std::string RowsAre(const Context& context, const std::vector<std::string>& heads) {
  const std::string table = VersionTable(context);
  if (heads.empty()) return fmt::format("NOT EXISTS (SELECT 1 FROM {})", table);
  return fmt::format("(SELECT COUNT(*) FROM {0}) = {1} AND (SELECT COUNT(*) FROM {0} WHERE version_num IN ({2})) = {1}", table,
                     heads.size(), InList(heads));
}

std::string ServerGuards(const Context& context) {
  const dialect::Dialect& dialect = context.dialect();
  // 5 is Azure SQL Database and 8 a Managed Instance, which are always new; 6 and 11 are Synapse, which is something else.
  std::string guards = "IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) IN (6, 11)\n  " +
                       Throw("this script is for SQL Server, and this server is Azure Synapse; nothing was changed") + ";\n";
  guards += fmt::format(
      "IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) NOT IN (5, 8)\n"
      "  AND CAST(SERVERPROPERTY(N'ProductMajorVersion') AS INT) < {}\n{};\n",
      MajorVersion(dialect.target),
      ThrowFound(fmt::format("this script is for {} {} or newer, and this server is version ", dialect.title,
                             dialect::Text(dialect.target)),
                 "CAST(SERVERPROPERTY(N'ProductVersion') AS NVARCHAR(128))", "; nothing was changed"));
  guards += fmt::format("IF DB_NAME() IN (N'master', N'model', N'msdb', N'tempdb')\n{};\n",
                        ThrowFound("this is the system database ", "DB_NAME()",
                                   "; name the one that is meant, with sqlcmd -d or USE; nothing was changed"));
  if (NeedsUtf8(context.input)) {
    guards += "IF UNICODE(N'\u00E9') <> 233\n  " +
              Throw("this file is UTF-8 and was read as something else; use sqlcmd -f 65001; nothing was changed") + ";\n";
  }
  return guards;
}

std::string SchemaGuard(const Context& context) {
  const std::string& schema = context.input.options.bookkeeping.version_schema;
  if (schema.empty()) return "";
  return fmt::format(
      "IF SCHEMA_ID({}) IS NULL\n  {};\n", SqlcmdLiteral(schema),
      Throw(fmt::format("there is no schema {} for table {}; nothing was changed", OneLine(schema), context.version_name)));
}

// Whether the user may do what the script does (HAS_PERMS_BY_NAME: 1 when the permission is effective, 0 when it is not). To make a
// table takes CREATE TABLE in the database and ALTER on the schema (CREATE TABLE, "Permissions"). What is not there, or not
// seen, is not asked for.
std::string PrivilegeGuard(const Context& context) {
  const catalog::Needs& needs = context.input.needs;
  std::string guard;
  const auto stop = [&](const std::string& condition, const std::string& may_not) {
    guard +=
        fmt::format("IF {}\n{};\n", condition, ThrowFound("user ", "USER_NAME()", " may not " + may_not + "; nothing was changed"));
  };
  if (needs.creates.contains(catalog::ObjectKind::kTable)) {
    stop("HAS_PERMS_BY_NAME(QUOTENAME(DB_NAME()), N'DATABASE', N'CREATE TABLE') = 0", "create tables in this database");
  }
  for (const std::string& schema : needs.creates_in) {
    const std::string name = schema.empty() ? "SCHEMA_NAME()" : SqlcmdLiteral(schema);
    stop(fmt::format("SCHEMA_ID({0}) IS NOT NULL AND HAS_PERMS_BY_NAME(QUOTENAME({0}), N'SCHEMA', N'ALTER') = 0", name),
         schema.empty() ? "create anything in the default schema" : "create anything in schema " + OneLine(schema));
  }
  for (const catalog::ObjectKey& key : needs.changes) {
    ir::Name name;
    name.schema = key.schema;
    name.name = key.name;
    const std::string object = SqlcmdLiteral(emit::QuoteName(context.dialect(), name));
    stop(fmt::format("OBJECT_ID({0}) IS NOT NULL AND HAS_PERMS_BY_NAME({0}, N'OBJECT', N'ALTER') = 0", object),
         fmt::format("change {}, as this script does", OneLine(key.name)));
  }
  return guard;
}

// Half-way there, only a run of this very script may have brought it there: the last row of the history tells.
std::string OwnRunGuard(const Context& context, std::size_t last) {
  const Input& input = context.input;
  std::string guard = fmt::format(
      "IF @done = {}\n  {};\n", last,
      Throw(fmt::format("this database is at {} already, where this script leads; nothing was changed", HeadsText(input.to))));
  std::string condition = "@done > 0";
  if (input.options.bookkeeping.history) {
    const std::string table = HistoryTable(context);
    guard += fmt::format("IF @done > 0 AND {}\n  SELECT TOP (1) @made_by = script_sha256 FROM {} ORDER BY id DESC;\n",
                         TableFound(table), table);
    condition += " AND ISNULL(@made_by, '') <> CAST(SESSION_CONTEXT(N'migc_script') AS CHAR(64))";
  }
  return guard + fmt::format("IF {}\n{};\n", condition,
                             ThrowFound("this database is at ", "ISNULL(@here, N'base')",
                                        fmt::format(", where no run of this script left it; this script starts at {}; "
                                                    "nothing was changed",
                                                    HeadsText(input.from))));
}

// How many of the script's revisions are behind the database, for the batches after this one.
std::string WayGuard(const Context& context) {
  const Input& input = context.input;
  std::vector<std::string> rows;
  for (const std::vector<std::string>& heads : Positions(input)) {
    rows.push_back(fmt::format("({}, {})", rows.size(), SqlcmdLiteral(HeadsText(heads))));
  }
  const std::string way =
      input.options.idempotent
          ? fmt::format(", which is not on the way from {} to {}; nothing was changed", HeadsText(input.from), HeadsText(input.to))
          : fmt::format(", and this script starts at {}; nothing was changed", HeadsText(input.from));
  std::string guard = fmt::format(
      "DECLARE @done INT = (SELECT done FROM (VALUES\n  {}) AS way (done, heads)\n"
      "  WHERE heads COLLATE Latin1_General_BIN2 = ISNULL(@here, N'base'));\n"
      "IF @done IS NULL\n{};\n",
      base::Join(rows, ",\n  "), ThrowFound("this database is at ", "ISNULL(@here, N'base')", way));
  if (!input.options.idempotent) guard += OwnRunGuard(context, rows.size() - 1);
  return guard + "EXEC sys.sp_set_session_context @key = N'migc_done', @value = @done;\n";
}

std::string RowsGuard(const Context& context) {
  const Input& input = context.input;
  const std::string table = VersionTable(context);
  const std::string from = HeadsText(input.from);
  std::string guard;
  if (!input.from.empty()) {
    guard += fmt::format(
        "IF {}\n  {};\n", TableMissing(table),
        Throw(fmt::format("there is no table {}, so no migration was recorded in this database, and this script starts at {}; "
                          "nothing was changed",
                          context.version_name, from)));
  }
  const std::string read = fmt::format(
      "SET @here = STUFF((SELECT N', ' + version_num FROM {} ORDER BY version_num\n"
      "  FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(1500)'), 1, 2, N'');\n",
      table);
  guard += fmt::format("IF {}\nBEGIN\n", TableFound(table));
  if (Resumes(input)) return guard + read + "END;\n" + WayGuard(context);
  if (input.to != input.from) {
    guard += fmt::format(
        "IF {}\n  {};\n", RowsAre(context, input.to),
        Throw(fmt::format("this database is at {} already, where this script leads; nothing was changed", HeadsText(input.to))));
  }
  guard += read;
  guard += fmt::format("IF NOT ({})\n{};\nEND;\n", RowsAre(context, input.from),
                       ThrowFound("this database is at ", "ISNULL(@here, N'base')",
                                  fmt::format(", and this script starts at {}; nothing was changed", from)));
  return guard;
}

}  // namespace

std::string GuardsBody(const Context& context) {
  const Input& input = context.input;
  const bool moves = input.purpose == Purpose::kMove;
  std::string body = "DECLARE @message NVARCHAR(2048), @here NVARCHAR(1500)";
  if (context.resumes && !input.options.idempotent) body += ", @made_by CHAR(64)";
  if (moves) body += ", @other NVARCHAR(128)";
  if (KeepsLedger(context)) body += ", @begun INT = 0";
  body += ";\n" + ServerGuards(context) + SchemaGuard(context);
  if (ChecksRows(input)) body += RowsGuard(context);
  if (moves && !input.revisions.empty()) body += LedgerGuard(context);
  if (WritesHistory(input) && !MakesBookkeeping(input)) {
    body += fmt::format("IF {}\n  {};\n", TableMissing(HistoryTable(context)),
                        Throw(fmt::format("there is no table {}, in which this script records what it did; nothing was changed",
                                          context.history_name)));
  }
  if (moves) body += PrivilegeGuard(context);
  body.pop_back();
  return body;
}

std::string LockName(const Context& context) {
  const std::string name = InSchema(context, context.input.options.bookkeeping.version_table).Text();
  // A resource has 255 characters at most.
  constexpr std::size_t kLongest = 200;
  return "migc " + (name.size() > kLongest ? base::Sha256(name) : name);
}

std::string IsDue(const Context& context, const RevisionPart& revision) {
  return fmt::format("CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= {}", IndexOf(context.input, revision));
}

}  // namespace migc::script::sqlcmd
