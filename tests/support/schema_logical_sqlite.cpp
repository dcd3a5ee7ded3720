// The logical schema of an SQLite database: its pragmas, and its CREATE TABLE texts for the expressions, which no pragma has.
#include <cctype>
#include <optional>

#include "migc/base/text.h"
#include "support/schema_logical_reader.h"

namespace migc::support {
namespace {

std::string TypeWord(const std::string& type) {
  if (type.starts_with("datetime")) return "timestamp" + type.substr(8);
  if (type == "float") return "double";
  return type.starts_with("numeric") ? "decimal" + type.substr(7) : type;
}

std::string Sample(const std::string& value, const LogicalColumn& column) {
  if (value.empty()) return "NULL";
  const std::string family = Family(column.type);
  return family == "text" || family == "varchar" || family == "date" || family == "timestamp" ? Quoted(value, '\'') : value;
}

// The end of the string, quoted name or comment that begins at `at`; `at` when none does.
std::size_t BehindQuoted(const std::string& sql, std::size_t at) {
  const char mark = sql[at];
  if (sql.compare(at, 2, "--") == 0) return std::min(sql.find('\n', at), sql.size());
  if (sql.compare(at, 2, "/*") == 0) return std::min(sql.find("*/", at), sql.size() - 2) + 2;
  if (mark != '\'' && mark != '"' && mark != '`') return at;
  // A doubled mark ends one part and begins the next.
  std::size_t end = at;
  do {
    end = sql.find(mark, end + 1);
    if (end == std::string::npos) return sql.size();
    ++end;
  } while (end < sql.size() && sql[end] == mark);
  return end;
}

// What stands in the parentheses that open at or behind `at`.
std::string Parenthesised(const std::string& sql, std::size_t at) {
  at = sql.find('(', at);
  int depth = 0;
  for (std::size_t i = at; i < sql.size();) {
    if (const std::size_t behind = BehindQuoted(sql, i); behind > i) {
      i = behind;
      continue;
    }
    if (sql[i] == '(') ++depth;
    if (sql[i] == ')' && --depth == 0) return sql.substr(at + 1, i - at - 1);
    ++i;
  }
  return "";
}

// What follows each CHECK, and each GENERATED ALWAYS AS, outside of quotes.
struct Texts {
  std::vector<std::string> checks;
  std::vector<std::string> generated;
};
Texts TextsOf(const std::string& sql) {
  Texts texts;
  for (std::size_t i = 0; i < sql.size();) {
    if (const std::size_t behind = BehindQuoted(sql, i); behind > i) {
      i = behind;
      continue;
    }
    std::size_t end = i;
    while (end < sql.size() && (std::isalnum(static_cast<unsigned char>(sql[end])) != 0 || sql[end] == '_')) ++end;
    const std::string word = base::UpperAscii(sql.substr(i, end - i));
    if (word == "CHECK") texts.checks.push_back(Parenthesised(sql, end));
    if (word == "GENERATED") texts.generated.push_back(Parenthesised(sql, end));
    i = std::max(end, i + 1);
  }
  return texts;
}

// An enum is a text that may be one of a list: the column and the list of `"c" IN ('a', 'b')`.
std::optional<std::pair<std::string, std::string>> EnumOf(const std::string& check) {
  std::size_t end = BehindQuoted(check, 0);
  std::string column;
  if (end > 0) {
    const std::string mark = check.substr(0, 1);
    for (std::size_t i = 1; i + 1 < end; ++i) {
      column += check[i];
      if (check.substr(i, 1) == mark) ++i;
    }
  } else {
    end = check.find(' ');
    if (end == std::string::npos) return std::nullopt;
    column = check.substr(0, end);
  }
  if (check.compare(end, 6, " IN ('") != 0) return std::nullopt;
  std::string values;
  for (std::size_t i = end + 5; i < check.size() && check[i] == '\'';) {
    const std::size_t behind = BehindQuoted(check, i);
    for (std::size_t at = i + 1; at + 1 < behind; ++at) {
      values += check[at];
      if (check[at] == '\'') ++at;
    }
    i = behind;
    if (check.compare(i, 2, ", ") == 0) {
      values += ", ";
      i += 2;
    }
  }
  return std::pair{column, "enum(" + values + ")"};
}

class Reader {
 public:
  explicit Reader(const SqliteDatabase& database) : database_(database) {}

  LogicalSchema Read() {
    for (const auto& row : database_.Rows(
             "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'migc\\_%' ESCAPE '\\' AND name NOT LIKE "
             "'sqlite\\_%' ESCAPE '\\'")) {
      const Texts texts = TextsOf(row[1]);
      Columns(row[0], texts);
      Checks(row[0], texts);
      References(row[0]);
      Keys(row[0]);
    }
    WorkOut(expressions_,
            {[&](const std::string& sql) { return database_.Rows(sql); }, Sample,
             [](const std::string& name) { return Quoted(name, '"'); }},
            schema_);
    Others();
    return std::move(schema_);
  }

 private:
  void Others() {
    for (const auto& row : database_.Rows("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")) {
      schema_[row[1]].triggers.push_back(row[0]);
    }
    for (const auto& row :
         database_.Rows("SELECT m.name, x.name FROM sqlite_master m, pragma_table_xinfo(m.name) x WHERE m.type = 'view' "
                        "ORDER BY m.name, x.cid")) {
      schema_[row[0]].kind = LogicalTable::Kind::kView;
      schema_[row[0]].outputs.push_back(row[1]);
    }
  }

  void Columns(const std::string& name, const Texts& texts) {
    LogicalTable& table = schema_[name];
    std::map<int, std::string> key;
    std::size_t generated = 0;
    std::string defaults;
    for (const auto& row : database_.Rows("SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(" +
                                          Quoted(name, '\'') + ") ORDER BY cid")) {
      LogicalColumn column{row[0], TypeWord(base::LowerAscii(row[1])), row[2] == "1", false, "", "", ""};
      if (row[4] != "0") key[std::stoi(row[4])] = row[0];
      if (row[5] == "2" || row[5] == "3") {
        expressions_[name].push_back({LogicalExpression::Of::kGenerated, table.columns.size(), texts.generated.at(generated++)});
      } else if (row[3] != "\\N") {
        defaults += (defaults.empty() ? "SELECT " : " UNION ALL SELECT ") + std::to_string(table.columns.size()) + ", CAST((" +
                    row[3] + ") AS TEXT)";
      }
      table.columns.push_back(std::move(column));
    }
    for (const auto& [place, column] : key) table.primary_key.push_back(column);
    // The one column of a key that is INTEGER is the number of the row, of 64 bits, which SQLite gives by itself.
    for (LogicalColumn& column : table.columns) {
      column.identity = key.size() == 1 && key.begin()->second == column.name && column.type == "integer";
      if (column.identity) column.type = "bigint";
    }
    if (defaults.empty()) return;
    for (const auto& row : database_.Rows(defaults)) {
      LogicalColumn& column = table.columns[std::stoul(row[0])];
      if (row[1] != "\\N") column.default_value = "=" + CanonicalValue(row[1], column.type);
    }
  }

  void Checks(const std::string& name, const Texts& texts) {
    LogicalTable& table = schema_[name];
    for (const std::string& check : texts.checks) {
      const auto values = EnumOf(check);
      bool found = false;
      for (LogicalColumn& column : table.columns) {
        if (!values || base::LowerAscii(column.name) != base::LowerAscii(values->first)) continue;
        if (column.type.starts_with("varchar(")) column.type = values->second;
        found = true;
      }
      if (!found) expressions_[name].push_back({LogicalExpression::Of::kCheck, 0, check});
    }
  }

  void References(const std::string& name) {
    std::map<int, LogicalReference> keys;
    for (const auto& row :
         database_.Rows("SELECT id, \"from\", \"table\", \"to\", on_update, on_delete FROM pragma_foreign_key_list(" +
                        Quoted(name, '\'') + ") ORDER BY id, seq")) {
      LogicalReference& key = keys[std::stoi(row[0])];
      key.columns.push_back(row[1]);
      key.table = row[2];
      key.referred.push_back(row[3]);
      key.on_update = base::LowerAscii(row[4]);
      key.on_delete = base::LowerAscii(row[5]);
    }
    for (auto& [id, key] : keys) schema_[name].references.push_back(std::move(key));
  }

  void Keys(const std::string& name) {
    for (const auto& row :
         database_.Rows("SELECT l.name, \"unique\", origin, coalesce(m.sql, ''), partial, (SELECT group_concat(coalesce(name, '(an "
                        "expression)') || CASE WHEN "
                        "\"desc\" THEN ' "
                        "desc' ELSE '' END, char(29)) FROM (SELECT name, \"desc\" FROM pragma_index_xinfo(l.name) WHERE \"key\" "
                        "ORDER BY seqno)) "
                        "FROM pragma_index_list(" +
                        Quoted(name, '\'') + ") l LEFT JOIN sqlite_master m ON m.type = 'index' AND m.name = l.name")) {
      if (row[2] == "pk") continue;
      LogicalTable& table = schema_[name];
      table.keys.push_back({SplitNames(row[5]), row[0], row[1] == "1", row[2] == "u", ""});
      if (row[4] != "1") continue;
      // CREATE INDEX … ON … (…) WHERE …
      const std::string& sql = row[3];
      expressions_[name].push_back({LogicalExpression::Of::kWhere, table.keys.size() - 1, sql.substr(sql.rfind(" WHERE ") + 7)});
    }
  }

  const SqliteDatabase& database_;
  LogicalSchema schema_;
  LogicalExpressions expressions_;
};

}  // namespace

LogicalSchema ReadLogical(const SqliteDatabase& database) { return Reader(database).Read(); }

}  // namespace migc::support
