// What migc's catalog says that information_schema should say on MariaDB. Written apart from src/emit, which it judges.
#include <fmt/format.h>

#include <algorithm>

#include "migc/base/text.h"
#include "support/schema.h"
#include "support/wide_text.h"

namespace migc::support {
namespace {

std::string Names(const std::vector<ir::Identifier>& identifiers) {
  std::vector<std::string> names;
  for (const ir::Identifier& identifier : identifiers) names.push_back(identifier.text);
  return base::Join(names, ", ");
}

std::string Words(const std::vector<std::string>& words) {
  std::vector<std::string> kept;
  for (const std::string& word : words) {
    if (!word.empty()) kept.push_back(word);
  }
  return base::Join(kept, " ");
}

std::string Literal(const std::string& text) {
  std::string literal = "'";
  for (const char c : text) literal += c == '\'' ? "''" : std::string(1, c);
  return literal + "'";
}

// Comments are kept in utf8mb3 (M5002 says so).
std::string CommentOf(const std::optional<std::string>& comment) {
  return comment && !comment->empty() ? Literal(WithoutWide(*comment)) : "";
}

// A value of an enum as information_schema shows it (append_unescaped in sql/unireg.cc); the value itself is whole.
std::string AsShown(const std::string& value) {
  std::string shown;
  for (const char c : WithoutWide(value)) {
    shown += c == '\\' ? "\\\\" : c == '\n' ? "\\n" : c == '\r' ? "\\r" : std::string(1, c);
  }
  return Literal(shown);
}

std::string Rule(const std::string& event, ir::ReferenceAction action) {
  if (action == ir::ReferenceAction::kCascade) return "on " + event + " cascade";
  return action == ir::ReferenceAction::kSetNull ? "on " + event + " set null" : "";
}

bool BeginsWith(const std::vector<std::string>& columns, const std::vector<ir::Identifier>& start) {
  return columns.size() >= start.size() && std::equal(start.begin(), start.end(), columns.begin(),
                                                      [](const ir::Identifier& a, const std::string& b) { return a.text == b; });
}

class Mysql {
 public:
  explicit Mysql(const SchemaAt& at) : at_(at) {}

  Schema Read() {
    for (const auto& [key, object] : at_.catalog.objects()) {
      if (const auto* table = std::get_if<catalog::Table>(object.get())) Add(*table);
      if (const auto* schema = std::get_if<catalog::Schema>(object.get())) schema_.facts["schema " + schema->name] = "";
      if (const auto* sequence = std::get_if<catalog::Sequence>(object.get()))
        schema_.facts["sequence " + sequence->name.Text()] = "";
      const auto* routine = std::get_if<ir::Routine>(object.get());
      if (routine == nullptr || !routine->text) continue;
      const std::string name = routine->name.Text();
      switch (routine->kind) {
        case ir::RoutineKind::kView:
        case ir::RoutineKind::kMaterializedView:
          schema_.facts["view " + name] = "";
          break;
        case ir::RoutineKind::kFunction:
          schema_.facts["function " + name] = "";
          break;
        case ir::RoutineKind::kProcedure:
          schema_.facts["procedure " + name] = "";
          break;
        case ir::RoutineKind::kTrigger:
          schema_.facts["trigger " + routine->table.Text() + "." + routine->name.name] = "";
          break;
      }
    }
    return std::move(schema_);
  }

 private:
  void Add(const catalog::Table& whole) {
    const ir::Table& table = whole.definition;
    const std::string name = table.name.Text();
    schema_.facts["table " + name] = CommentOf(table.comment);
    std::vector<std::string> columns;
    for (const ir::Column& column : table.columns) {
      columns.push_back(column.name.text);
      schema_.facts["type of " + name + "." + column.name.text] = TypeOf(column.type);
      schema_.facts["column " + name + "." + column.name.text] = ColumnWords(column);
    }
    schema_.orders[name] = base::Join(columns, ", ");
    for (const ir::Constraint& constraint : table.constraints) AddConstraint(table, constraint);
    for (const ir::Index& index : table.indexes) AddIndex(name, index);
    for (const catalog::Privilege& privilege : whole.privileges) {
      schema_.facts["privilege " + name + " " + privilege.privilege + " " + privilege.role] = "";
    }
  }

  static std::string ColumnWords(const ir::Column& column) {
    const bool has_default = column.default_value && column.default_value->kind != ir::ExprKind::kNull;
    std::string generated;
    if (column.generated) generated = column.generated->storage == ir::Storage::kStored ? "generated stored" : "generated virtual";
    return Words({column.not_null ? "not null" : "", has_default ? "default" : "", column.identity ? "auto_increment" : "",
                  generated, column.collation ? "collate " + *column.collation : "",
                  CommentOf(column.comment).empty() ? "" : "comment " + CommentOf(column.comment)});
  }

  std::string TypeOf(const ir::Type& type) const {
    if (!type.native.empty()) return "*";
    const auto sized = [&](const std::string& name) { return type.length ? fmt::format("{}({})", name, *type.length) : name; };
    const auto text = [&](const std::string& name) { return type.length ? sized(name) : std::string("text"); };
    switch (type.kind) {
      case ir::TypeKind::kBoolean:
        return "tinyint(1)";
      case ir::TypeKind::kSmallint:
        return "smallint(6)";
      case ir::TypeKind::kInteger:
        return "int(11)";
      case ir::TypeKind::kBigint:
        return "bigint(20)";
      case ir::TypeKind::kDecimal:
        return fmt::format("decimal({},{})", type.length.value_or(10), type.scale.value_or(0));
      case ir::TypeKind::kReal:
        return "float";
      case ir::TypeKind::kDouble:
        return "double";
      case ir::TypeKind::kChar:
      case ir::TypeKind::kNchar:
        return fmt::format("char({})", type.length.value_or(1));
      case ir::TypeKind::kVarchar:
      case ir::TypeKind::kNvarchar:
        return text("varchar");
      case ir::TypeKind::kText:
        return "text";
      case ir::TypeKind::kBinary:
        return fmt::format("binary({})", type.length.value_or(1));
      case ir::TypeKind::kVarbinary:
        return type.length ? sized("varbinary") : "blob";
      case ir::TypeKind::kBlob:
        return "blob";
      case ir::TypeKind::kDate:
        return "date";
      case ir::TypeKind::kTime:
        return sized("time");
      case ir::TypeKind::kTimestamp:
        return sized(type.with_time_zone ? "timestamp" : "datetime");
      case ir::TypeKind::kUuid:
        return at_.dialect.name == "mariadb" && at_.dialect.target >= dialect::Version{10, 7, 0} ? "uuid" : "char(36)";
      case ir::TypeKind::kJson:
      case ir::TypeKind::kJsonb:
        return "json";
      case ir::TypeKind::kNamed:
        return EnumOf(type);
      case ir::TypeKind::kInterval:
      case ir::TypeKind::kXml:
      case ir::TypeKind::kNative:
        return "*";
    }
    return "";
  }

  std::string EnumOf(const ir::Type& type) const {
    const catalog::Enum* definition = at_.catalog.FindEnum(type.name);
    if (definition == nullptr) return "*";
    std::vector<std::string> values;
    for (const std::string& value : definition->values) values.push_back(AsShown(value));
    return "enum(" + base::Join(values, ",") + ")";
  }

  // Whether a key or index of the table begins with the columns of the foreign key, so that the server needs no other.
  static bool IsServed(const ir::Table& table, const ir::ForeignKey& key) {
    for (const ir::Constraint& other : table.constraints) {
      std::vector<std::string> columns;
      if (const auto* primary = std::get_if<ir::PrimaryKey>(&other.body)) {
        for (const ir::Identifier& column : primary->columns) columns.push_back(column.text);
      } else if (const auto* unique = std::get_if<ir::Unique>(&other.body)) {
        for (const ir::Identifier& column : unique->columns) columns.push_back(column.text);
      }
      if (BeginsWith(columns, key.columns)) return true;
    }
    for (const ir::Index& index : table.indexes) {
      std::vector<std::string> columns;
      for (const ir::IndexKey& one : index.keys) {
        if (one.expr.kind != ir::ExprKind::kColumn || one.length || one.order == ir::SortOrder::kDescending) break;
        columns.push_back(one.expr.text);
      }
      if (BeginsWith(columns, key.columns)) return true;
    }
    return false;
  }

  void AddConstraint(const ir::Table& table, const ir::Constraint& constraint) {
    const std::string name = table.name.Text();
    const std::string key = name + "." + constraint.name.text;
    if (const auto* primary = std::get_if<ir::PrimaryKey>(&constraint.body)) {
      schema_.facts["index " + name + ".PRIMARY"] = "primary (" + Names(primary->columns) + ")";
    } else if (const auto* unique = std::get_if<ir::Unique>(&constraint.body)) {
      schema_.facts["index " + key] = "unique (" + Names(unique->columns) + ")";
    } else if (std::holds_alternative<ir::Check>(constraint.body)) {
      schema_.facts["constraint " + key] = "check";
    } else if (const auto* foreign = std::get_if<ir::ForeignKey>(&constraint.body)) {
      schema_.facts["constraint " + key] = Words({"foreign key (" + Names(foreign->columns) + ") -> " + foreign->table.Text() +
                                                      " (" + Names(foreign->referred_columns) + ")",
                                                  Rule("update", foreign->on_update), Rule("delete", foreign->on_delete)});
      if (!IsServed(table, *foreign)) schema_.facts["index " + key] = "(" + Names(foreign->columns) + ")";
    }
  }

  void AddIndex(const std::string& table, const ir::Index& index) {
    std::vector<std::string> keys;
    for (const ir::IndexKey& key : index.keys) {
      std::string words = key.expr.text;
      if (key.length) words += fmt::format("({})", *key.length);
      const bool descending = key.order == ir::SortOrder::kDescending;
      if (descending && at_.dialect.Has(dialect::Capability::kDescendingIndexes)) words += " desc";
      keys.push_back(words);
    }
    schema_.facts["index " + table + "." + index.name.text] = Words({index.unique                 ? "unique"
                                                                     : index.method == "fulltext" ? "fulltext"
                                                                                                  : "",
                                                                     "(" + base::Join(keys, ", ") + ")"});
  }

  const SchemaAt& at_;
  Schema schema_;
};

}  // namespace

Schema ExpectedMysqlSchema(const SchemaAt& at) { return Mysql(at).Read(); }

}  // namespace migc::support
