// verify.sql for the sqlite3 shell: what is expected and what is there are put into temporary tables, which are no part of the
// database file: it may be opened read-only.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "bundle/verify_facts.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"

namespace migc::bundle {
namespace {

// A text that the table's own CREATE TABLE must have: SQLite keeps it as it was written, and has no other place for checks.
struct Needle {
  Fact fact;
  std::string text;
};

class Sqlite final : public Engine {
 public:
  explicit Sqlite(const VerifyInput& input) : Engine(input) {}

  std::optional<std::string> TypeOf(const ir::Column& column) const override {
    const ir::Type& type = column.type;
    if (column.identity) return "INTEGER";
    if (!type.native.empty() || type.kind == ir::TypeKind::kNative) return std::nullopt;
    if (type.kind == ir::TypeKind::kNamed) {
      const catalog::Enum* definition = after().FindEnum(type.name);
      if (definition == nullptr) return std::nullopt;
      std::size_t longest = 1;
      for (const std::string& value : definition->values) longest = std::max(longest, base::CountCodePoints(value));
      return fmt::format("VARCHAR({})", longest);
    }
    const dialect::TypeSpelling* spelling = dialect().FindType(type);
    if (spelling == nullptr || !spelling->after.empty()) return std::nullopt;
    if (!type.length && !spelling->without_length.empty()) return spelling->without_length;
    if (!type.length || !spelling->takes_length) return spelling->before;
    return type.scale ? fmt::format("{}({},{})", spelling->before, *type.length, *type.scale)
                      : fmt::format("{}({})", spelling->before, *type.length);
  }

  // Of all databases SQLite alone would let a key column be null, so it is told not to.
  std::optional<std::string> NullOf(const ir::Table& table, const ir::Column& column) const override {
    const ir::Constraint* key = ir::FindPrimaryKey(table);
    const bool in_key = key != nullptr && std::ranges::any_of(std::get<ir::PrimaryKey>(key->body).columns, [&](const auto& name) {
                          return after().Fold(name.text) == after().Fold(column.name.text);
                        });
    return column.not_null || in_key ? "not null" : "null";
  }

  // An identity column is the row's own number.
  std::optional<std::string> DefaultOf(const ir::Column& column) const override {
    return column.identity ? std::optional<std::string>("none") : Engine::DefaultOf(column);
  }

  void AddColumn(const ir::Table& table, const ir::Column& column, Facts& facts) const override {
    if (column.type.kind != ir::TypeKind::kNamed || !column.type.native.empty()) return;
    const catalog::Enum* definition = after().FindEnum(column.type.name);
    if (definition == nullptr) return;
    std::vector<std::string> values;
    for (const std::string& value : definition->values) values.push_back(emit::QuoteString(dialect(), value));
    Fact fact{"column", Label(table.name), column.name.text, "values", base::Join(values, ", ")};
    if (!CanSay(fact.expected)) return;
    needles_.push_back({fact, "IN (" + fact.expected + ")"});
    facts.push_back(std::move(fact));
  }

  // No pragma says a constraint's name: keys are known by their columns, and checks by the table's text.
  void AddConstraint(const ir::Table& table, const ir::Constraint& constraint, Facts& facts) const override {
    const std::string name = Label(table.name);
    if (const auto* primary = std::get_if<ir::PrimaryKey>(&constraint.body)) {
      facts.push_back({"primary key", name, "", "columns", Columns(primary->columns)});
    } else if (const auto* unique = std::get_if<ir::Unique>(&constraint.body)) {
      // Two that are alike are one to SQLite, and so is one that is like the primary key.
      const ir::Constraint* key = ir::FindPrimaryKey(table);
      const bool is_key = key != nullptr && Columns(std::get<ir::PrimaryKey>(key->body).columns) == Columns(unique->columns);
      if (!is_key) facts.push_back({"unique", name, "(" + Columns(unique->columns) + ")", "exists", std::string(kThere)});
    } else if (const auto* reference = std::get_if<ir::ForeignKey>(&constraint.body)) {
      AddForeignKey(table, *reference, facts);
    } else if (std::holds_alternative<ir::Check>(constraint.body)) {
      Fact fact{"check", name, constraint.name.text, "exists", std::string(kThere)};
      needles_.push_back({fact, "CONSTRAINT " + emit::QuoteIdentifier(dialect(), constraint.name.text) + " CHECK"});
      facts.push_back(std::move(fact));
    }
  }

  void AddIndex(const ir::Table& table, const ir::Index& index, Facts& facts) const override {
    facts.push_back({"index", Label(table.name), index.name.text, "columns", Keys(index, true) + (index.where ? " where" : "")});
  }

  bool Knows(ir::RoutineKind kind) const override { return kind == ir::RoutineKind::kView || kind == ir::RoutineKind::kTrigger; }

  // Those that the facts ask for, known once the facts are.
  const std::vector<Needle>& needles() const { return needles_; }

 private:
  // Several of the same columns are one fact.
  void AddForeignKey(const ir::Table& table, const ir::ForeignKey& key, Facts& facts) const {
    const std::string columns = Columns(key.columns);
    std::vector<std::string> texts;
    for (const ir::Constraint& constraint : table.constraints) {
      const auto* other = std::get_if<ir::ForeignKey>(&constraint.body);
      if (other != nullptr && Columns(other->columns) == columns) texts.push_back(References(*other));
    }
    std::ranges::sort(texts);
    const Fact fact{"foreign key", Label(table.name), "(" + columns + ")", "columns", base::Join(texts, "; ")};
    const bool known = std::ranges::any_of(
        facts, [&](const Fact& other) { return other.kind == fact.kind && other.name == fact.name && other.part == fact.part; });
    if (!known) facts.push_back(fact);
  }

  mutable std::vector<Needle> needles_;
};

// What the pragmas say (https://sqlite.org/pragma.html, as table-valued functions).
constexpr std::string_view kFound = R"(INSERT INTO temp.migc_found
SELECT type, name, '', 'exists', 'there' FROM main.sqlite_master WHERE type IN ('table', 'view')
UNION ALL
SELECT 'trigger', tbl_name, name, 'exists', 'there' FROM main.sqlite_master WHERE type = 'trigger';

INSERT INTO temp.migc_found
WITH columns AS (
  SELECT m.name AS tbl, c.* FROM main.sqlite_master AS m, pragma_table_xinfo(m.name, 'main') AS c WHERE m.type = 'table'
)
SELECT 'column', tbl, name, 'exists', 'there' FROM columns
UNION ALL
SELECT 'column', tbl, name, 'type', type FROM columns
UNION ALL
SELECT 'column', tbl, name, 'null', iif("notnull", 'not null', 'null') FROM columns
UNION ALL
SELECT 'column', tbl, name, 'default', CASE WHEN hidden IN (2, 3) THEN 'generated' WHEN dflt_value IS NULL THEN 'none' ELSE 'default' END
FROM columns
UNION ALL
SELECT 'primary key', tbl, '', 'columns', group_concat(name, ', ')
FROM (SELECT tbl, name FROM columns WHERE pk > 0 ORDER BY tbl, pk) GROUP BY tbl;

INSERT INTO temp.migc_found
WITH keys AS (
  SELECT m.name AS tbl, l.name AS idx, l.origin, l.partial, l."unique" AS is_unique,
    group_concat(coalesce(k.name, '(expression)') || iif(k."desc", ' desc', ''), ', ')
      OVER (PARTITION BY m.name, l.name ORDER BY k.seqno ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS list
  FROM main.sqlite_master AS m, pragma_index_list(m.name, 'main') AS l, pragma_index_xinfo(l.name, 'main') AS k
  WHERE m.type = 'table' AND k."key"
)
SELECT DISTINCT 'index', tbl, idx, 'columns', iif(is_unique, 'unique ', '') || '(' || list || ')' || iif(partial, ' where', '')
FROM keys WHERE origin = 'c'
UNION
SELECT 'unique', tbl, '(' || list || ')', 'exists', 'there' FROM keys WHERE origin = 'u';

INSERT INTO temp.migc_found
WITH keys AS (
  SELECT DISTINCT m.name AS tbl, f.id, f."table" AS parent, f.on_delete, f.on_update,
    group_concat(f."from", ', ') OVER one AS here, group_concat(f."to", ', ') OVER one AS there
  FROM main.sqlite_master AS m, pragma_foreign_key_list(m.name, 'main') AS f WHERE m.type = 'table'
  WINDOW one AS (PARTITION BY m.name, f.id ORDER BY f.seq ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
)
SELECT 'foreign key', tbl, '(' || here || ')', 'columns', group_concat(text, '; ')
FROM (
  SELECT tbl, here, '(' || here || ') references ' || parent || ' (' || there || ')'
    || iif(on_delete = 'NO ACTION', '', ' on delete ' || lower(on_delete))
    || iif(on_update = 'NO ACTION', '', ' on update ' || lower(on_update)) AS text
  FROM keys ORDER BY 1, 2, 3
)
GROUP BY tbl, here COLLATE NOCASE;
)";

constexpr std::string_view kChecks = R"(CREATE TEMP TABLE migc_checks AS
SELECT e.n, e.kind || ' ' || e.name || iif(e.part = '' OR e.part LIKE '(%', '', '.') || iif(e.part LIKE '(%', ' ', '') || e.part AS object,
  e.what, e.expected, coalesce(f.found, 'nothing') AS found,
  CASE WHEN e.expected = coalesce(f.found, 'nothing') THEN 'ok' WHEN f.found IS NULL THEN 'MISSING' ELSE 'DIFFERENT' END AS result
FROM temp.migc_expected AS e
LEFT JOIN temp.migc_found AS f ON e.kind = f.kind AND e.name = f.name AND e.part = f.part AND e.what = f.what;
)";

constexpr std::string_view kTables[] = {"migc_expected", "migc_found", "migc_needle", "migc_here", "migc_checks", "migc_stop"};

std::string InsertRows(std::string_view table, const std::vector<std::string>& rows) {
  std::string text;
  constexpr std::size_t kRows = 500;
  for (std::size_t at = 0; at < rows.size(); at += kRows) {
    const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(at + kRows, rows.size()));
    text += fmt::format("INSERT INTO temp.{} VALUES\n  {};\n", table, base::Join({begin, end}, ",\n  "));
  }
  return text;
}

}  // namespace

std::string VerifyForSqlite3(const VerifyInput& input) {
  const Sqlite engine(input);
  const auto literal = [&](std::string_view text) { return emit::QuoteString(engine.dialect(), text); };
  const Facts facts = ExpectedFacts(engine);
  std::string text = VerifyHeader(engine, {"sqlite3 ends with 1 when a check failed."});
  text += ".bail on\n.mode list\n.separator \" | \"\n.headers off\n";
  for (const std::string_view table : kTables) text += fmt::format("DROP TABLE IF EXISTS temp.{};\n", table);
  text +=
      "\n-- Everything that is expected. SQLite compares names, and words of types, without regard to case.\n"
      "CREATE TEMP TABLE migc_expected (n INTEGER PRIMARY KEY, kind TEXT, name TEXT COLLATE NOCASE, part TEXT COLLATE NOCASE, what "
      "TEXT,\n  expected TEXT COLLATE NOCASE);\n";
  text += InsertRows("migc_expected", FactRows(facts, literal));
  text +=
      "\n-- Everything that is there.\n"
      "CREATE TEMP TABLE migc_found (kind TEXT, name TEXT COLLATE NOCASE, part TEXT COLLATE NOCASE, what TEXT, found TEXT);\n";
  text += std::string(kFound);
  if (!engine.needles().empty()) {
    std::vector<std::string> rows;
    for (const auto& [fact, needle] : engine.needles()) {
      if (!engine.CanSay(needle)) continue;
      rows.push_back(fmt::format("({}, {}, {}, {}, {}, {})", literal(fact.kind), literal(fact.name), literal(fact.part),
                                 literal(fact.what), literal(fact.expected), literal(needle)));
    }
    text +=
        "\n-- Only the text of a table says which checks it has.\n"
        "CREATE TEMP TABLE migc_needle (kind TEXT, name TEXT COLLATE NOCASE, part TEXT, what TEXT, found TEXT, needle TEXT);\n";
    text += InsertRows("migc_needle", rows);
    text +=
        "INSERT INTO temp.migc_found\n"
        "SELECT s.kind, s.name, s.part, s.what, s.found FROM temp.migc_needle AS s\n"
        "JOIN main.sqlite_master AS m ON s.name = m.name AND m.type = 'table' AND instr(lower(m.sql), lower(s.needle)) > 0;\n";
  }
  const std::string table = emit::QuoteIdentifier(engine.dialect(), input.frame.bookkeeping.version_table);
  text += fmt::format(
      "\n-- The revisions that this database is at. Without a version table this one statement fails, and the script goes on.\n"
      "CREATE TEMP TABLE migc_here (version_num TEXT);\n"
      ".bail off\n"
      "INSERT INTO temp.migc_here SELECT version_num FROM main.{0};\n"
      "INSERT INTO temp.migc_found\n"
      "SELECT 'table', {1}, '', 'rows', coalesce(group_concat(version_num, ', '), {2})\n"
      "FROM (SELECT version_num FROM temp.migc_here ORDER BY version_num);\n\n",
      table, literal(VersionTable(input)), "'base'");
  text += std::string(kChecks);
  text += fmt::format(
      "\nSELECT 'object', 'what', 'expected', 'found', 'result';\n"
      "SELECT object, what, expected, found, result FROM temp.migc_checks ORDER BY result <> 'ok', n;\n"
      "SELECT {} || count(*) || ' ' || coalesce(sum(result <> 'ok'), 0) FROM temp.migc_checks;\n\n"
      "-- A row in this table is refused with a sentence, which makes the shell end with 1.\n"
      "CREATE TEMP TABLE migc_stop (n INTEGER);\n"
      "CREATE TEMP TRIGGER migc_differs BEFORE INSERT ON migc_stop\n"
      "BEGIN SELECT RAISE(ABORT, {}); END;\n"
      "INSERT INTO temp.migc_stop SELECT 1 FROM temp.migc_checks WHERE result <> 'ok' LIMIT 1;\n",
      literal(SummaryOf(input) + " "), literal(kFailed));
  for (const std::string_view name : kTables) text += fmt::format("DROP TABLE IF EXISTS temp.{};\n", name);
  return text;
}

}  // namespace migc::bundle
