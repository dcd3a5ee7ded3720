#include "migc/bundle/check_script.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "migc/base/text.h"
#include "migc/dialect/lineage.h"
#include "migc/emit/sql_text.h"
#include "migc/ir/spelling.h"

namespace migc::bundle {
namespace {

using script::LiteralFor;

std::string FromNothing(const dialect::Dialect& dialect) { return dialect.tool == dialect::Tool::kSqlplus ? " FROM dual" : ""; }

// One row: what is asked, the answer, how many, where it comes from. `number` is an expression or a query in parentheses.
std::string RowQuery(const dialect::Dialect& dialect, const CheckRow& row, std::size_t width, const std::string& number) {
  std::string name = ir::OneLine(row.name);
  name.append(width - base::CountCodePoints(name), ' ');
  const std::string place = LiteralFor(dialect, row.where.empty() ? "-" : ir::OneLine(row.where));
  if (row.informs) {
    return fmt::format("SELECT {} AS what,\n  'info' AS answer, how_large, {} AS place\nFROM (SELECT {} AS how_large{}) answer",
                       LiteralFor(dialect, name), place, number, FromNothing(dialect));
  }
  return fmt::format(
      "SELECT {} AS what,\n"
      "  CASE WHEN wrong = 0 THEN 'pass' ELSE 'fail' END AS answer, wrong, {} AS place\n"
      "FROM (SELECT {} AS wrong{}) answer",
      LiteralFor(dialect, name), place, number, FromNothing(dialect));
}

// A comment in the author's own SQL would swallow what closes it.
std::string InParens(const dialect::Dialect& dialect, const std::string& query) {
  return emit::EndsInLineComment(query, dialect.lexical) ? "(" + query + "\n)" : "(" + query + ")";
}

std::string OneUnless(const dialect::Dialect& dialect, std::string_view condition) {
  return fmt::format("SELECT CASE WHEN {} THEN 0 ELSE 1 END{}", condition, FromNothing(dialect));
}

// "SERVERPROPERTY (Transact-SQL)", ProductMajorVersion: 13 is 2016.
int MssqlMajor(const dialect::Version& release) {
  if (release.major >= 2025) return 17;
  if (release.major >= 2022) return 16;
  if (release.major >= 2019) return 15;
  return release.major >= 2017 ? 14 : 13;
}

// a.b.c as one number; `text` is an expression that gives the version's text.
std::string MysqlVersion(const dialect::Dialect& dialect, std::string_view part) {
  const std::string own = dialect.version_after.empty()
                              ? "VERSION()"
                              : fmt::format("SUBSTRING_INDEX(VERSION(), {}, -1)", LiteralFor(dialect, dialect.version_after));
  return fmt::format("CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX({}, '-', 1), '.', {}), '.', -1) AS UNSIGNED)", own,
                     part);
}

// True on the product; nothing where the tool speaks to no other.
std::optional<std::string> ProductCondition(const dialect::Dialect& dialect) {
  switch (dialect.tool) {
    case dialect::Tool::kPsql:
      // YugabyteDB names PostgreSQL too.
      return fmt::format("strpos(version(), {}) > 0{}",
                         LiteralFor(dialect, dialect.version_after.empty() ? dialect.title : dialect.version_after),
                         dialect.lineage.size() == 1 ? " AND strpos(version(), '-YB-') = 0" : "");
    case dialect::Tool::kMysql:
      // The first of a family is the one whose version names no product.
      if (dialect.lineage.size() == 1) return "VERSION() NOT LIKE '%MariaDB%' AND VERSION() NOT LIKE '%TiDB%'";
      return fmt::format("VERSION() LIKE '%{}%'", dialect.version_after.empty() ? dialect.title : dialect.version_after);
    case dialect::Tool::kSqlcmd:
      // 6 and 11 are Synapse.
      return "CAST(SERVERPROPERTY(N'EngineEdition') AS INT) NOT IN (6, 11)";
    case dialect::Tool::kSqlite3:
    case dialect::Tool::kSqlplus:
    case dialect::Tool::kDuckdb:
      break;
  }
  return std::nullopt;
}

std::string VersionCondition(const dialect::Dialect& dialect) {
  const dialect::Version& target = dialect.target;
  switch (dialect.tool) {
    case dialect::Tool::kPsql:
      if (dialect::IsCockroachdb(dialect)) {
        const std::string own = fmt::format("substring(split_part(version(), {}, 2) FROM '^[0-9]+[.][0-9]+')",
                                            LiteralFor(dialect, dialect.version_after));
        return fmt::format("split_part({0}, '.', 1)::integer * 1000 + split_part({0}, '.', 2)::integer >= {1}", own,
                           target.major * 1000 + target.minor);
      }
      if (!dialect.version_after.empty()) {
        return fmt::format(
            "string_to_array(substring(split_part(version(), {}, 2) FROM '^[0-9]+[.][0-9]+'), '.')::integer[] >= ARRAY[{}, {}]",
            LiteralFor(dialect, dialect.version_after), target.major, target.minor);
      }
      return fmt::format("current_setting('server_version_num')::integer >= {}", target.major * 10000 + target.minor);
    case dialect::Tool::kMysql:
      return fmt::format("{} * 1000000 + {} * 1000 + {} >= {}", MysqlVersion(dialect, "1"), MysqlVersion(dialect, "2"),
                         MysqlVersion(dialect, "3"), target.major * 1000000 + target.minor * 1000 + target.patch);
    case dialect::Tool::kSqlite3:
      return fmt::format(
          "CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) "
          ">= "
          "{}",
          target.major * 1000 + target.minor);
    case dialect::Tool::kDuckdb:
      return fmt::format(
          "CAST(split_part(ltrim(version(), 'v'), '.', 1) AS INTEGER) * 1000 + CAST(split_part(version(), '.', 2) AS INTEGER) >= "
          "{}",
          target.major * 1000 + target.minor);
    case dialect::Tool::kSqlcmd:
      // 5 is Azure SQL Database and 8 a Managed Instance, which are always new.
      return fmt::format(
          "CAST(SERVERPROPERTY(N'EngineEdition') AS INT) IN (5, 8) OR CAST(SERVERPROPERTY(N'ProductMajorVersion') AS INT) >= {}",
          MssqlMajor(target));
    case dialect::Tool::kSqlplus:
      // A public view ("PRODUCT_COMPONENT_VERSION", Database Reference 19c).
      return fmt::format(
          "EXISTS (SELECT 1 FROM product_component_version WHERE product LIKE 'Oracle%'\n"
          "  AND TO_NUMBER(REGEXP_SUBSTR(version, '[0-9]+', 1, 1)) * 100 + TO_NUMBER(REGEXP_SUBSTR(version, '[0-9]+', 1, 2)) >= "
          "{})",
          target.major * 100 + target.minor);
  }
  return "";
}

// Rows that are there and should not be, and those that should be and are not.
std::string Misplaced(const Frame& frame, const std::vector<std::string>& heads) {
  const dialect::Dialect& dialect = *frame.dialect;
  if (heads.empty() && dialect.tool == dialect::Tool::kSqlite3) {
    // The table may not be there, and then nothing may name it; dbstat knows the tables by their names as values
    // (sqlite.org/dbstat.html: ncell of leaf pages is the number of rows).
    return fmt::format(
        "SELECT coalesce((SELECT sum(ncell) FROM dbstat WHERE pagetype = 'leaf' AND name =\n"
        "    (SELECT name FROM sqlite_master WHERE type = 'table' AND name = {} COLLATE NOCASE)), 0)",
        LiteralFor(dialect, frame.bookkeeping.version_table));
  }
  const std::string table = script::VersionTableOf(dialect, frame.bookkeeping);
  if (heads.empty()) return fmt::format("SELECT COUNT(*) FROM {}", table);
  std::vector<std::string> literals;
  for (const std::string& head : heads) literals.push_back(LiteralFor(dialect, head));
  const std::string list = base::Join(literals, ", ");
  return fmt::format(
      "SELECT {0} - COUNT(CASE WHEN version_num IN ({1}) THEN 1 END) + COUNT(CASE WHEN version_num NOT IN ({1}) THEN 1 END)\n"
      "  FROM {2}",
      heads.size(), list, table);
}

}  // namespace

std::vector<CheckRow> ServerRows(const Frame& frame) {
  const dialect::Dialect& dialect = *frame.dialect;
  std::vector<CheckRow> rows;
  if (auto product = ProductCondition(dialect)) {
    rows.push_back({fmt::format("the server is {}", dialect.title), OneUnless(dialect, *product), "", {}});
  }
  // All of it calls itself 1.0.
  if (dialect::IsRedshift(dialect)) return rows;
  rows.push_back({fmt::format("its version is {} or newer", dialect::Text(dialect.target)),
                  OneUnless(dialect, VersionCondition(dialect)),
                  "",
                  {}});
  if (rows.size() == 1) rows[0].name = fmt::format("{} {} or newer", dialect.title, dialect::Text(dialect.target));
  return rows;
}

CheckRow AtRevisions(const Frame& frame, const std::vector<std::string>& heads) {
  CheckRow row;
  row.name = fmt::format("the database is at {}", heads.empty() ? "base" : base::Join(heads, ", "));
  row.query = Misplaced(frame, heads);
  row.table = script::OwnTable::kVersion;
  row.when_missing = heads.size();
  return row;
}

std::string CheckScript(const Frame& frame, std::string_view title, const std::vector<CheckRow>& rows,
                        const std::vector<std::string>& remarks) {
  const dialect::Dialect& dialect = *frame.dialect;
  std::size_t width = 0;
  for (const CheckRow& row : rows) width = std::max(width, base::CountCodePoints(ir::OneLine(row.name)));
  constexpr std::size_t kWidest = 72;
  width = std::min(width, kWidest);
  script::Questions questions;
  questions.dialect = frame.dialect;
  questions.bookkeeping = frame.bookkeeping;
  questions.header = {std::string(title), ""};
  questions.header.insert(questions.header.end(), frame.header.begin(), frame.header.end());
  questions.header.insert(questions.header.end(), {"", "It changes nothing. A row for each check: what should hold, pass or fail,",
                                                   "how many things are wrong, and where in the sources the check comes from."});
  if (std::ranges::any_of(rows, &CheckRow::informs)) {
    questions.header.insert(questions.header.end(),
                            {"A row with info says how large a table is that the upgrade changes or reads as a whole,",
                             "as far as the database knows, and where in the sources it does so first."});
  }
  if (!remarks.empty()) questions.header.emplace_back("");
  questions.header.insert(questions.header.end(), remarks.begin(), remarks.end());
  for (const CheckRow& row : rows) {
    const std::size_t own = std::max(width, base::CountCodePoints(ir::OneLine(row.name)));
    script::Question question;
    question.comments = row.comments;
    question.query = RowQuery(dialect, row, own, InParens(dialect, row.query));
    question.needs = row.table;
    if (row.table != script::OwnTable::kNone) {
      question.otherwise = RowQuery(dialect, row, own, std::to_string(row.when_missing));
    }
    questions.questions.push_back(std::move(question));
  }
  return script::AssembleQuestions(questions);
}

}  // namespace migc::bundle
