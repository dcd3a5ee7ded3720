// DuckDB's schema, read by its own catalog functions, and what migc's catalog says that these should say. DuckDB gives constraints
// their names itself, so they are known by what they are.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "migc/base/text.h"
#include "support/duckdb.h"

namespace migc::support {
namespace {

std::string Words(const std::vector<std::string>& words) {
  std::vector<std::string> kept;
  for (const std::string& word : words) {
    if (!word.empty()) kept.push_back(word);
  }
  return base::Join(kept, " ");
}

std::string Shown(const std::string& schema, const std::string& name) {
  return schema.empty() || schema == "main" ? name : schema + "." + name;
}

bool IsMigc(const std::string& name) { return name == "migc_version" || name == "migc_history"; }

// ---- what the engine says ----

using Row = std::vector<std::string>;

// "['\"A b\"', id, '(lower(e))']": names, and "(expression)" for anything else.
std::string KeysOf(const std::string& list) {
  std::vector<std::string> keys;
  std::string key;
  bool quoted = false;
  for (std::size_t i = 1; i + 1 < list.size(); ++i) {
    const char c = list[i];
    if (c == '\'') quoted = !quoted;
    if (c == ',' && !quoted) {
      keys.push_back(std::exchange(key, ""));
    } else if (c != '\'' && c != '"' && (c != ' ' || quoted)) {
      key += c;
    }
  }
  keys.push_back(key);
  for (std::string& one : keys) {
    if (one.starts_with('(')) one = "(expression)";
  }
  return base::Join(keys, ", ");
}

class Reader {
 public:
  explicit Reader(const std::vector<Row>& rows) : rows_(rows) {}

  Schema Read() {
    for (const Row& row : rows_) {
      if (row[0] == "definition") definitions_[Shown(row[1], row[2])] = row[3];
    }
    for (const Row& row : rows_) Take(row);
    for (const auto& [table, checks] : checks_) {
      schema_.facts["checks of " + table] = std::to_string(checks.size());
      for (const std::string& check : checks) schema_.texts["check of " + table + ": " + check] = "";
    }
    return std::move(schema_);
  }

 private:
  static std::string Comment(const std::string& comment) { return comment == "\\N" ? "" : "comment '" + comment + "'"; }

  void Take(const Row& row) {
    if (row[0] == "schema") schema_.facts["schema " + row[1]] = "";
    if (row.size() < 3 || IsMigc(row[2])) return;
    const std::string name = Shown(row[1], row[2]);
    if (row[0] == "table") schema_.facts["table " + name] = Comment(row[3]);
    if (row[0] == "column" && definitions_.contains(name)) Column(name, row);  // views have columns too
    if (row[0] == "constraint") Constraint(name, row);
    if (row[0] == "index") {
      schema_.facts["index " + name + "." + row[3]] = Words({row[4] == "true" ? "unique" : "", "(" + KeysOf(row[5]) + ")"});
      schema_.texts["index " + name + "." + row[3]] = row[6];
    }
    if (row[0] == "view") {
      schema_.facts["view " + name] = "";
      schema_.texts["view " + name] = row[3];
    }
    if (row[0] == "sequence") {
      // Its start is, in a file that was opened again, the number that comes next.
      schema_.facts["sequence " + name] = Words({"increment " + row[4], row[7] == "true" ? "cycle" : ""});
      schema_.texts["sequence " + name] = "min " + row[5] + " max " + row[6];
    }
    if (row[0] == "type") schema_.facts["enum " + name] = row[3];
  }

  void Column(const std::string& table, const Row& row) {
    const std::string& column = row[3];
    std::string& order = schema_.orders[table];
    order += (order.empty() ? "" : ", ") + column;
    const std::string& definition = definitions_[table];
    const std::string words = " " + row[4] + " GENERATED ALWAYS AS";
    const bool generated =
        definition.find(column + words) != std::string::npos || definition.find(column + "\"" + words) != std::string::npos;
    schema_.facts["type of " + table + "." + column] = row[4];
    schema_.facts["column " + table + "." + column] = Words({row[5] == "false" ? "not null" : "",
                                                             generated         ? "generated"
                                                             : row[6] == "\\N" ? ""
                                                                               : "default",
                                                             Comment(row[7])});
    schema_.texts["default of " + table + "." + column] = row[6];
  }

  void Constraint(const std::string& table, const Row& row) {
    const std::string& kind = row[3];
    if (kind == "PRIMARY KEY") schema_.facts["primary key of " + table] = row[5];
    if (kind == "UNIQUE") schema_.facts["unique " + table + " (" + row[5] + ")"] = "";
    if (kind == "CHECK") checks_[table].push_back(row[8]);
    if (kind == "FOREIGN KEY") schema_.facts["foreign key " + table + " (" + row[5] + ") -> " + row[6] + " (" + row[7] + ")"] = "";
  }

  const std::vector<Row>& rows_;
  std::map<std::string, std::string> definitions_;
  std::map<std::string, std::vector<std::string>> checks_;
  Schema schema_;
};

// ---- what migc's catalog says ----

class Expected {
 public:
  explicit Expected(const catalog::Catalog& catalog) : catalog_(catalog) {}

  Schema Read() {
    for (const auto& [key, object] : catalog_.objects()) std::visit([this](const auto& value) { Add(value); }, *object);
    return std::move(schema_);
  }

 private:
  static std::string Shown(const ir::Name& name) { return support::Shown(name.schema, name.name); }
  static std::string Names(const std::vector<ir::Identifier>& identifiers) {
    std::vector<std::string> names;
    for (const ir::Identifier& identifier : identifiers) names.push_back(identifier.text);
    return base::Join(names, ", ");
  }
  static std::string Literals(const std::vector<std::string>& values) {
    std::vector<std::string> literals;
    for (const std::string& value : values) {
      std::string literal;
      for (const char c : value) literal += c == '\'' ? "''" : std::string(1, c);
      literals.push_back("'" + literal + "'");
    }
    return base::Join(literals, ", ");
  }
  static std::string Comment(const std::optional<std::string>& comment) { return comment ? "comment '" + *comment + "'" : ""; }

  void Add(const catalog::Table& table) {
    const ir::Table& definition = table.definition;
    const std::string name = Shown(definition.name);
    schema_.facts["table " + name] = Comment(definition.comment);
    std::vector<std::string> columns;
    for (const ir::Column& column : definition.columns) {
      columns.push_back(column.name.text);
      const std::string key = name + "." + column.name.text;
      schema_.facts["type of " + key] = TypeOf(column.type);
      const bool has_default = column.default_value || column.identity;
      schema_.facts["column " + key] = Words({column.not_null ? "not null" : "", has_default ? "default" : "",
                                              column.generated ? "generated" : "", Comment(column.comment)});
      if (column.identity) AddSequence(name + "_" + column.name.text + "_seq", column.identity->options);
    }
    schema_.orders[name] = base::Join(columns, ", ");
    for (const ir::Constraint& constraint : definition.constraints) AddConstraint(name, constraint);
    for (const ir::Index& index : definition.indexes) {
      std::vector<std::string> keys;
      for (const ir::IndexKey& one : index.keys) {
        keys.push_back(one.expr.kind == ir::ExprKind::kColumn ? one.expr.text : "(expression)");
      }
      schema_.facts["index " + name + "." + index.name.text] =
          Words({index.unique ? "unique" : "", "(" + base::Join(keys, ", ") + ")"});
    }
  }
  void Add(const catalog::Enum& value) { schema_.facts["enum " + Shown(value.name)] = Literals(value.values); }
  void Add(const catalog::Sequence& sequence) { AddSequence(Shown(sequence.name), sequence.options); }
  void Add(const catalog::Schema& schema) { schema_.facts["schema " + schema.name] = ""; }
  void Add(const catalog::Extension& extension) { schema_.facts["extension " + extension.name] = ""; }
  void Add(const ir::Routine& routine) {
    if (routine.text && routine.kind == ir::RoutineKind::kView) schema_.facts["view " + Shown(routine.name)] = "";
  }

  void AddSequence(const std::string& name, const ir::SequenceOptions& options) {
    schema_.facts["sequence " + name] =
        fmt::format("increment {}{}", options.increment.value_or(1), options.cycle.value_or(false) ? " cycle" : "");
  }

  void AddConstraint(const std::string& table, const ir::Constraint& constraint) {
    if (const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body))
      schema_.facts["primary key of " + table] = Names(key->columns);
    if (const auto* key = std::get_if<ir::Unique>(&constraint.body)) {
      schema_.facts["unique " + table + " (" + Names(key->columns) + ")"] = "";
    }
    if (std::holds_alternative<ir::Check>(constraint.body)) {
      std::string& checks = schema_.facts["checks of " + table];
      checks = std::to_string(checks.empty() ? 1 : std::stoi(checks) + 1);
    }
    if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) {
      schema_.facts["foreign key " + table + " (" + Names(key->columns) + ") -> " + key->table.name + " (" +
                    Names(key->referred_columns) + ")"] = "";
    }
  }

  std::string TypeOf(const ir::Type& type) const {
    if (!type.native.empty()) return "*";
    std::string text = ElementOf(type);
    for (int i = 0; i < type.array_dimensions; ++i) text += "[]";
    return text;
  }

  static std::string TimestampOf(const ir::Type& type) {
    if (type.with_time_zone) return "TIMESTAMP WITH TIME ZONE";
    const std::uint32_t digits = type.length.value_or(6);
    return digits == 0 ? "TIMESTAMP_S" : digits <= 3 ? "TIMESTAMP_MS" : digits <= 6 ? "TIMESTAMP" : "TIMESTAMP_NS";
  }

  std::string EnumOf(const ir::Type& type) const {
    const auto object = catalog_.Find(catalog_.KeyOf(catalog::ObjectKind::kEnum, type.name));
    const auto* value = object ? std::get_if<catalog::Enum>(object.get()) : nullptr;
    return value == nullptr ? "*" : "ENUM(" + Literals(value->values) + ")";
  }

  std::string ElementOf(const ir::Type& type) const {
    switch (type.kind) {
      case ir::TypeKind::kBoolean:
        return "BOOLEAN";
      case ir::TypeKind::kSmallint:
        return "SMALLINT";
      case ir::TypeKind::kInteger:
        return "INTEGER";
      case ir::TypeKind::kBigint:
        return "BIGINT";
      case ir::TypeKind::kDecimal:
        return type.length ? fmt::format("DECIMAL({},{})", *type.length, type.scale.value_or(0)) : "DECIMAL(18,3)";
      case ir::TypeKind::kReal:
        return "FLOAT";
      case ir::TypeKind::kDouble:
        return "DOUBLE";
      case ir::TypeKind::kChar:
      case ir::TypeKind::kNchar:
      case ir::TypeKind::kVarchar:
      case ir::TypeKind::kNvarchar:
      case ir::TypeKind::kText:
        return "VARCHAR";
      case ir::TypeKind::kBinary:
      case ir::TypeKind::kVarbinary:
      case ir::TypeKind::kBlob:
        return "BLOB";
      case ir::TypeKind::kDate:
        return "DATE";
      case ir::TypeKind::kTime:
        return "TIME";
      case ir::TypeKind::kTimestamp:
        return TimestampOf(type);
      case ir::TypeKind::kInterval:
        return "INTERVAL";
      case ir::TypeKind::kUuid:
        return "UUID";
      case ir::TypeKind::kJson:
      case ir::TypeKind::kJsonb:
        return "JSON";
      case ir::TypeKind::kNamed:
        return EnumOf(type);
      case ir::TypeKind::kXml:
      case ir::TypeKind::kNative:
        return "*";
    }
    return "";
  }

  const catalog::Catalog& catalog_;
  Schema schema_;
};

}  // namespace

Schema ReadDuckdbSchema(const DuckdbResult& result) { return Reader(result.catalog).Read(); }
Schema ExpectedDuckdbSchema(const SchemaAt& at) { return Expected(at.catalog).Read(); }

}  // namespace migc::support
