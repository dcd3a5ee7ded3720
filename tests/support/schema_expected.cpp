// What migc's catalog says that PostgreSQL's and SQLite's own should say. Written apart from src/emit, which it judges.
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"
#include "support/duckdb.h"
#include "support/schema.h"

namespace migc::support {
namespace {

std::string Names(const std::vector<ir::Identifier>& identifiers) {
  std::vector<std::string> names;
  for (const ir::Identifier& identifier : identifiers) names.push_back(identifier.text);
  return base::Join(names, ", ");
}

// Words with one blank between them; empty ones fall away.
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

// To PostgreSQL an empty comment is none.
std::string CommentOf(const std::optional<std::string>& comment) { return comment && !comment->empty() ? Literal(*comment) : ""; }

std::string ActionWords(ir::ReferenceAction action) {
  switch (action) {
    case ir::ReferenceAction::kNone:
    case ir::ReferenceAction::kNoAction:
      return "";
    case ir::ReferenceAction::kRestrict:
      return "restrict";
    case ir::ReferenceAction::kCascade:
      return "cascade";
    case ir::ReferenceAction::kSetNull:
      return "set null";
    case ir::ReferenceAction::kSetDefault:
      return "set default";
  }
  return "";
}

std::string After(const std::string& word, const std::string& value) { return value.empty() ? "" : word + " " + value; }

// ---- PostgreSQL ----

class Postgres {
 public:
  explicit Postgres(const SchemaAt& at) : catalog_(at.catalog), json_(at.dialect.types.at("json").before) {}

  Schema Read() {
    for (const auto& [key, object] : catalog_.objects()) {
      std::visit([&, &key = key](const auto& value) { Add(key, value); }, *object);
    }
    return std::move(schema_);
  }

 private:
  std::string Shown(const ir::Name& name) const {
    return name.schema.empty() || name.schema == catalog_.rules().default_schema ? name.name : name.schema + "." + name.name;
  }

  void Add(const catalog::ObjectKey& /*key*/, const catalog::Table& table) {
    const ir::Table& definition = table.definition;
    const std::string name = Shown(definition.name);
    schema_.facts["table " + name] = CommentOf(definition.comment);
    std::vector<std::string> columns;
    for (const ir::Column& column : definition.columns) {
      columns.push_back(column.name.text);
      schema_.facts["type of " + name + "." + column.name.text] = TypeOf(column.type);
      schema_.facts["column " + name + "." + column.name.text] = ColumnWords(column);
    }
    schema_.orders[name] = base::Join(columns, ", ");
    for (const ir::Constraint& constraint : definition.constraints) {
      schema_.facts["constraint " + name + "." + constraint.name.text] = ConstraintWords(constraint);
    }
    for (const ir::Index& index : definition.indexes) schema_.facts["index " + name + "." + index.name.text] = IndexWords(index);
    for (const catalog::Privilege& privilege : table.privileges) {
      schema_.facts["privilege " + name + " " + privilege.privilege + " " + privilege.role] = "";
    }
  }
  void Add(const catalog::ObjectKey& /*key*/, const catalog::Enum& value) {
    std::vector<std::string> labels;
    for (const std::string& label : value.values) labels.push_back(Literal(label));
    schema_.facts["enum " + Shown(value.name)] = base::Join(labels, ", ");
  }
  void Add(const catalog::ObjectKey& /*key*/, const catalog::Sequence& sequence) {
    schema_.facts["sequence " + Shown(sequence.name)] = SequenceWords(sequence.options);
  }
  void Add(const catalog::ObjectKey& /*key*/, const catalog::Schema& schema) { schema_.facts["schema " + schema.name] = ""; }
  void Add(const catalog::ObjectKey& /*key*/, const catalog::Extension& extension) {
    schema_.facts["extension " + extension.name] = "";
  }
  void Add(const catalog::ObjectKey& /*key*/, const ir::Routine& routine) {
    if (!routine.text) return;
    const std::string name = Shown(routine.name);
    switch (routine.kind) {
      case ir::RoutineKind::kView:
        schema_.facts["view " + name] = "";
        break;
      case ir::RoutineKind::kMaterializedView:
        schema_.facts["materialized view " + name] = "";
        break;
      case ir::RoutineKind::kFunction:
        schema_.facts["function " + name] = "";
        break;
      case ir::RoutineKind::kProcedure:
        schema_.facts["procedure " + name] = "";
        break;
      case ir::RoutineKind::kTrigger:
        schema_.facts["trigger " + Shown(routine.table) + "." + routine.name.name] = "";
        break;
    }
  }

  static std::string SequenceWords(const ir::SequenceOptions& options) {
    const std::int64_t increment = options.increment.value_or(1);
    const std::int64_t start = options.start   ? *options.start
                               : increment < 0 ? options.max_value.value_or(-1)
                                               : options.min_value.value_or(1);
    return fmt::format("start {} increment {} cache {}{}", start, increment, options.cache.value_or(1),
                       options.cycle.value_or(false) ? " cycle" : "");
  }

  // As format_type() says it.
  std::string TypeOf(const ir::Type& type) const {
    if (!type.native.empty()) return "*";
    return ElementOf(type) + (type.array_dimensions > 0 ? "[]" : "");
  }
  std::string ElementOf(const ir::Type& type) const {
    const auto sized = [&](const std::string& name) { return type.length ? fmt::format("{}({})", name, *type.length) : name; };
    switch (type.kind) {
      case ir::TypeKind::kBoolean:
        return "boolean";
      case ir::TypeKind::kSmallint:
        return "smallint";
      case ir::TypeKind::kInteger:
        return "integer";
      case ir::TypeKind::kBigint:
        return "bigint";
      case ir::TypeKind::kDecimal:
        return type.length ? fmt::format("numeric({},{})", *type.length, type.scale.value_or(0)) : "numeric";
      case ir::TypeKind::kReal:
        return "real";
      case ir::TypeKind::kDouble:
        return "double precision";
      case ir::TypeKind::kChar:
      case ir::TypeKind::kNchar:
        return fmt::format("character({})", type.length.value_or(1));
      case ir::TypeKind::kVarchar:
      case ir::TypeKind::kNvarchar:
        return sized("character varying");
      case ir::TypeKind::kText:
        return "text";
      case ir::TypeKind::kBinary:
      case ir::TypeKind::kVarbinary:
      case ir::TypeKind::kBlob:
        return "bytea";
      case ir::TypeKind::kDate:
        return "date";
      case ir::TypeKind::kTime:
        return sized("time") + " without time zone";
      case ir::TypeKind::kTimestamp:
        return sized("timestamp") + (type.with_time_zone ? " with time zone" : " without time zone");
      case ir::TypeKind::kInterval:
        return "interval";
      case ir::TypeKind::kUuid:
        return "uuid";
      case ir::TypeKind::kJson:
        return base::LowerAscii(json_);
      case ir::TypeKind::kJsonb:
        return "jsonb";
      case ir::TypeKind::kXml:
        return "xml";
      case ir::TypeKind::kNamed:
        return Shown(type.name);
      case ir::TypeKind::kNative:
        return "*";
    }
    return "";
  }

  static std::string ColumnWords(const ir::Column& column) {
    std::string identity;
    if (column.identity) {
      identity =
          fmt::format("{} ({})", column.identity->always ? "identity always" : "identity", SequenceWords(column.identity->options));
    }
    std::string generated;
    if (column.generated) generated = column.generated->storage == ir::Storage::kVirtual ? "generated virtual" : "generated stored";
    return Words({column.not_null ? "not null" : "", column.default_value ? "default" : "", identity, generated,
                  After("collate", column.collation.value_or("")), After("comment", CommentOf(column.comment))});
  }

  std::string ConstraintWords(const ir::Constraint& constraint) const {
    const std::string valid = constraint.not_valid ? "not valid" : "";
    struct Visitor {
      const Postgres& self;
      const std::string& valid;
      std::string operator()(const ir::PrimaryKey& key) const { return "primary key (" + Names(key.columns) + ")"; }
      std::string operator()(const ir::Unique& key) const {
        return Words({"unique (" + Names(key.columns) + ")", key.nulls_not_distinct ? "nulls not distinct" : ""});
      }
      std::string operator()(const ir::Check& /*check*/) const { return Words({"check", valid}); }
      std::string operator()(const ir::Exclude& /*exclude*/) const { return "exclude"; }
      std::string operator()(const ir::ForeignKey& key) const {
        return Words({"foreign key (" + Names(key.columns) + ")",
                      "-> " + self.Shown(key.table) + " (" + Names(key.referred_columns) + ")", key.match_full ? "match full" : "",
                      After("on update", ActionWords(key.on_update)), After("on delete", ActionWords(key.on_delete)),
                      key.deferrable.value_or(false) || key.initially_deferred.value_or(false) ? "deferrable" : "",
                      key.initially_deferred.value_or(false) ? "initially deferred" : "", valid});
      }
    };
    return std::visit(Visitor{*this, valid}, constraint.body);
  }

  static std::string IndexWords(const ir::Index& index) {
    const std::string method = index.method.empty() ? "btree" : index.method;
    std::vector<std::string> keys;
    for (const ir::IndexKey& key : index.keys) {
      const bool descending = key.order == ir::SortOrder::kDescending;
      const bool odd_nulls = key.nulls == (descending ? ir::NullsOrder::kLast : ir::NullsOrder::kFirst);
      std::string words = key.expr.kind == ir::ExprKind::kColumn ? key.expr.text : "(expression)";
      if (method == "btree" && descending) words += " desc";
      if (method == "btree" && odd_nulls) words += descending ? " nulls last" : " nulls first";
      keys.push_back(words);
    }
    return Words({index.unique ? "unique" : "", method, "(" + base::Join(keys, ", ") + ")",
                  index.include.empty() ? "" : "include (" + Names(index.include) + ")",
                  index.nulls_not_distinct ? "nulls not distinct" : "", index.where ? "where" : ""});
  }

  const catalog::Catalog& catalog_;
  std::string json_;  // a relative may have no other than jsonb
  Schema schema_;
};

// ---- SQLite: names are compared without regard to case, so they are shown in lower case ----

class Sqlite {
 public:
  explicit Sqlite(const SchemaAt& at) : at_(at) {}

  Schema Read() {
    for (const auto& [key, object] : at_.catalog.objects()) {
      if (const auto* table = std::get_if<catalog::Table>(object.get())) Add(table->definition);
      if (const auto* routine = std::get_if<ir::Routine>(object.get()); routine != nullptr && routine->text) {
        const char* kind = routine->kind == ir::RoutineKind::kTrigger ? "trigger " : "view ";
        schema_.facts[kind + base::LowerAscii(routine->name.name)] = "";
      }
    }
    return std::move(schema_);
  }

 private:
  void Add(const ir::Table& table) {
    const std::string name = base::LowerAscii(table.name.name);
    schema_.facts["table " + name] = "";
    std::vector<std::string> columns;
    for (const ir::Column& column : table.columns) {
      const std::string shown = base::LowerAscii(column.name.text);
      columns.push_back(shown);
      schema_.facts["type of " + name + "." + shown] = TypeOf(column);
      std::string generated;
      if (column.generated)
        generated = column.generated->storage == ir::Storage::kStored ? "generated stored" : "generated virtual";
      schema_.facts["column " + name + "." + shown] =
          Words({column.not_null ? "not null" : "", column.default_value ? "default" : "", generated});
      AddEnumCheck(name, column);
    }
    schema_.orders[name] = base::Join(columns, ", ");
    for (const ir::Constraint& constraint : table.constraints) AddConstraint(name, constraint);
    for (const ir::Index& index : table.indexes) {
      schema_.facts["index " + name + "." + base::LowerAscii(index.name.text)] = IndexWords(index);
    }
  }

  const catalog::Enum* EnumOf(const ir::Type& type) const {
    return type.kind == ir::TypeKind::kNamed && type.native.empty() ? at_.catalog.FindEnum(type.name) : nullptr;
  }

  // An enum is a VARCHAR with a check.
  void AddEnumCheck(const std::string& table, const ir::Column& column) {
    const catalog::Enum* values = EnumOf(column.type);
    if (values == nullptr) return;
    std::vector<std::string> quoted;
    for (const std::string& value : values->values) quoted.push_back("'" + value + "'");
    schema_
        .facts["check of " + table + ": ( " + base::LowerAscii(column.name.text) + " in ( " + base::Join(quoted, " , ") + " ) ) "] =
        "";
  }

  std::string TypeOf(const ir::Column& column) const {
    const ir::Type& type = column.type;
    if (column.identity) return "INTEGER";
    if (!type.native.empty()) return "*";
    if (const catalog::Enum* values = EnumOf(type); values != nullptr) {
      std::size_t longest = 1;
      for (const std::string& value : values->values) longest = std::max(longest, base::CountCodePoints(value));
      return fmt::format("VARCHAR({})", longest);
    }
    if (type.kind == ir::TypeKind::kNamed) return "*";
    const dialect::TypeSpelling* spelling = at_.dialect.FindType(type);
    if (spelling == nullptr) return "no such type";
    std::string length;
    if (type.length && spelling->takes_length)
      length = type.scale ? fmt::format("({},{})", *type.length, *type.scale) : fmt::format("({})", *type.length);
    return base::UpperAscii(spelling->before) + length;
  }

  void AddConstraint(const std::string& table, const ir::Constraint& constraint) {
    const std::string key = "constraint " + table + "." + base::LowerAscii(constraint.name.text);
    struct Visitor {
      Schema& schema;
      const std::string& table;
      const std::string& key;
      void operator()(const ir::PrimaryKey& body) const {
        schema.facts["primary key of " + table] = base::LowerAscii(Names(body.columns));
        schema.facts[key] = "primary";
      }
      void operator()(const ir::Unique& body) const {
        schema.facts["unique " + table + " (" + base::LowerAscii(Names(body.columns)) + ")"] = "";
        schema.facts[key] = "unique";
      }
      void operator()(const ir::Check& /*body*/) const { schema.facts[key] = "check"; }
      void operator()(const ir::Exclude& /*body*/) const { throw std::runtime_error("an exclusion constraint on SQLite"); }
      void operator()(const ir::ForeignKey& body) const {
        schema.facts[base::LowerAscii(fmt::format("foreign key {} ({}) -> {} ({})", table, Names(body.columns), body.table.name,
                                                  Names(body.referred_columns)))] =
            Words({After("on update", ActionWords(body.on_update)), After("on delete", ActionWords(body.on_delete))});
        schema.facts[key] = "foreign";
      }
    };
    std::visit(Visitor{schema_, table, key}, constraint.body);
  }

  static std::string IndexWords(const ir::Index& index) {
    std::vector<std::string> keys;
    for (const ir::IndexKey& key : index.keys) {
      std::string words = key.expr.kind == ir::ExprKind::kColumn ? base::LowerAscii(key.expr.text) : "(expression)";
      keys.push_back(words + (key.order == ir::SortOrder::kDescending ? " desc" : ""));
    }
    return Words({index.unique ? "unique" : "", "(" + base::Join(keys, ", ") + ")", index.where ? "where" : ""});
  }

  const SchemaAt& at_;
  Schema schema_;
};

}  // namespace

Schema ExpectedSchema(const SchemaAt& at) {
  if (at.dialect.tool == dialect::Tool::kSqlite3) return Sqlite(at).Read();
  if (at.dialect.tool == dialect::Tool::kMysql) return ExpectedMysqlSchema(at);
  if (at.dialect.tool == dialect::Tool::kDuckdb) return ExpectedDuckdbSchema(at);
  return Postgres(at).Read();
}

}  // namespace migc::support
