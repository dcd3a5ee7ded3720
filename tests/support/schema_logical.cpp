#include "support/schema_logical.h"

#include <algorithm>
#include <numeric>

#include "migc/base/text.h"
#include "support/schema_logical_reader.h"
#include "support/wide_text.h"

namespace migc::support {
namespace {

// The third is the one beside the others.
std::vector<std::string> SamplesOf(const std::string& type) {
  const std::string family = Family(type);
  if (family == "boolean") return {"", "true", "false", "true"};
  if (family == "date") return {"", "1999-12-31", "2026-01-15", "2000-01-01"};
  if (family == "timestamp") return {"", "1985-12-31 01:02:03", "2026-01-15 00:00:00", "1990-01-01 00:00:00"};
  if (family == "blob") return {"", "", "", ""};
  if (family == "text" || family == "varchar") return {"", "it's\\ not", "middling", std::string(600, 'x')};
  if (family == "decimal" || family == "double") return {"", "-5000.6", "3", "5000.1"};
  if (family == "smallint") return {"", "-5", "3", "30000"};
  if (family == "enum") return {"", "", "", ""};  // nothing but the enum itself is said of its values
  return {"", "-5", "3", "60000"};
}

std::string List(const std::vector<std::string>& names) { return "(" + base::Join(names, ", ") + ")"; }

std::string Rule(const std::string& rule, const Face& face) {
  return !face.restrict_differs && rule == "restrict" ? "no action" : rule;
}

std::string ColumnWords(const LogicalColumn& column) {
  std::string words = column.type;
  if (column.not_null) words += " not null";
  if (column.identity) words += " identity";
  if (!column.default_value.empty()) words += " default [" + column.default_value + "]";
  if (!column.generated.empty()) words += " generated [" + column.generated + "]";
  return words;
}

// Which of the samples are true, false and null.
std::string TruthOf(const std::vector<std::string>& values) {
  std::string truth;
  for (const std::string& value : values) {
    truth += value == "\\N" ? 'n' : value == "1" || value == "t" ? 'T' : 'F';
  }
  return truth;
}

std::vector<std::vector<std::string>> SampleRows(const std::vector<LogicalColumn>& columns) {
  std::vector<std::string> middling;
  for (const LogicalColumn& column : columns) middling.push_back(SamplesOf(column.type)[2]);
  // Engines may have their columns in another order.
  std::vector<std::size_t> order(columns.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return columns[i].name; });
  std::vector<std::vector<std::string>> rows;
  for (const std::size_t i : order) {
    for (const std::string& value : SamplesOf(columns[i].type)) {
      rows.push_back(middling);
      rows.back()[i] = value;
    }
  }
  return rows;
}

std::string SampleQuery(const std::vector<LogicalExpression>& expressions, const LogicalTable& table, const LogicalEngine& engine) {
  std::vector<std::string> wanted;
  for (const LogicalExpression& one : expressions) wanted.push_back("(" + one.sql + ")");
  std::vector<std::string> samples;
  for (const std::vector<std::string>& row : SampleRows(table.columns)) {
    std::string select = "SELECT " + std::to_string(samples.size()) + " AS " + engine.quote("sample number");
    for (std::size_t i = 0; i < row.size(); ++i) {
      select += ", " + engine.literal(row[i], table.columns[i]) + " AS " + engine.quote(table.columns[i].name);
    }
    samples.push_back(select);
  }
  return "SELECT " + base::Join(wanted, ", ") + " FROM (" + base::Join(samples, " UNION ALL ") + ") AS samples ORDER BY " +
         engine.quote("sample number");
}

}  // namespace

Face FaceOf(const std::string& one, const std::string& other) {
  Face face;
  face.comments = face.counters = one != "sqlite" && other != "sqlite";
  face.wide_texts = face.partial_indexes = face.expression_indexes = face.restrict_differs = face.unique_constraints =
      one != "mariadb" && other != "mariadb";
  return face;
}

std::map<std::string, std::string> Facts(const LogicalSchema& schema, const Face& face) {
  std::map<std::string, std::string> facts;
  // Two of a kind are two facts.
  const auto add = [&](std::string key, const std::string& value) {
    while (facts.contains(key)) key += " again";
    facts[key] = value;
  };
  const auto shown = [&](const std::string& text) { return face.wide_texts ? text : WithoutWide(text); };
  for (const auto& [name, table] : schema) {
    if (table.kind == LogicalTable::Kind::kView) {
      // `select *` has the order of its table.
      std::vector<std::string> outputs = table.outputs;
      if (!face.column_order) std::ranges::sort(outputs);
      add("view " + name, List(outputs));
    }
    if (table.kind == LogicalTable::Kind::kSequence && face.counters) add("sequence " + name, table.options);
    if (table.kind == LogicalTable::Kind::kRoutine && face.counters) add("routine " + name, table.options);
    if (table.kind != LogicalTable::Kind::kTable) continue;
    for (const std::string& trigger : table.triggers) add("trigger " + name + "." + trigger, "");
    add("table " + name, face.comments ? shown(table.comment) : "");
    std::vector<std::string> order;
    for (const LogicalColumn& column : table.columns) {
      order.push_back(column.name);
      add("column " + name + "." + column.name, shown(ColumnWords(column)));
      if (face.comments) add("comment " + name + "." + column.name, shown(column.comment));
    }
    if (face.column_order) add("order of " + name, base::Join(order, " | "));
    add("primary key of " + name, List(table.primary_key));
    for (const LogicalKey& key : table.keys) {
      if (!face.expression_indexes && std::ranges::count(key.columns, kExpressionKey) > 0) continue;
      const bool whole = key.where.empty() || !face.partial_indexes;
      if (key.unique && whole && (key.constraint || !face.unique_constraints)) {
        add("unique " + name + " " + List(key.columns), "");
      } else {
        add("index " + name + "." + key.name,
            (key.unique ? "unique " : "") + List(key.columns) + (whole ? "" : " where " + key.where));
      }
    }
    for (const LogicalReference& key : table.references) {
      add("foreign key " + name + " " + List(key.columns) + " -> " + key.table + " " + List(key.referred),
          "on update " + Rule(key.on_update, face) + " on delete " + Rule(key.on_delete, face));
    }
    for (const std::string& check : table.checks) add("check of " + name + ": " + check, "");
  }
  return facts;
}

std::string Family(const std::string& type) { return type.substr(0, type.find('(')); }

std::string CanonicalValue(const std::string& value, const std::string& type) {
  if (Family(type) == "boolean") return value == "1" || value == "t" || value == "true" ? "true" : "false";
  // The chains' own are of January 2026.
  if (Family(type) == "timestamp") {
    if (!value.starts_with("2026-01-")) return "now";
    const std::size_t fraction = value.find('.');
    return value.substr(0, fraction != std::string::npos && value.find_first_not_of("0", fraction + 1) == std::string::npos
                               ? fraction
                               : std::string::npos);
  }
  if (Family(type) != "decimal" || value.find('.') == std::string::npos) return value;
  std::string number = value.substr(0, value.find_last_not_of('0') + 1);
  if (number.ends_with('.')) number.pop_back();
  return number;
}

void WorkOut(const LogicalExpressions& expressions, const LogicalEngine& engine, LogicalSchema& schema) {
  for (const auto& [name, all] : expressions) {
    LogicalTable& table = schema[name];
    const auto rows = engine.ask(SampleQuery(all, table, engine));
    for (std::size_t i = 0; i < all.size(); ++i) {
      std::vector<std::string> values;
      for (const std::vector<std::string>& row : rows) values.push_back(row.at(i));
      switch (all[i].of) {
        case LogicalExpression::Of::kGenerated:
          table.columns[all[i].at].generated = base::Join(values, " | ");
          break;
        case LogicalExpression::Of::kCheck:
          table.checks.push_back(TruthOf(values));
          break;
        case LogicalExpression::Of::kWhere:
          table.keys[all[i].at].where = TruthOf(values);
          break;
      }
    }
  }
}

std::string Quoted(const std::string& text, char mark) {
  std::string quoted(1, mark);
  for (const char c : text) quoted += std::string(c == mark ? 2 : 1, c);
  return quoted + mark;
}

std::vector<std::string> SplitNames(const std::string& text) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\x1d', at), text.size());
    names.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return names;
}

}  // namespace migc::support
