#include "bundle/data_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bundle/narrowing.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"

namespace migc::bundle {
namespace {

std::string NamesOf(const std::vector<ir::Identifier>& columns) {
  std::vector<std::string> names;
  for (const ir::Identifier& column : columns) names.push_back(column.text);
  return base::Join(names, ", ");
}

ir::Expr ColumnExpr(const std::string& name) {
  ir::Expr expr;
  expr.kind = ir::ExprKind::kColumn;
  expr.text = name;
  return expr;
}

std::vector<ir::Expr> ColumnExprs(const std::vector<ir::Identifier>& columns) {
  std::vector<ir::Expr> exprs;
  for (const ir::Identifier& column : columns) exprs.push_back(ColumnExpr(column.text));
  return exprs;
}

// 0 when the query gives one true value, as the tool's own script asks it.
std::string Holds(const dialect::Dialect& dialect, const std::string& query) {
  switch (dialect.tool) {
    case dialect::Tool::kSqlcmd:
      return fmt::format(
          "SELECT CASE WHEN COUNT(*) = 1 AND MIN(CAST(value AS INT)) = 1 THEN 0 ELSE 1 END FROM (\n{}\n) AS answer (value)", query);
    case dialect::Tool::kSqlplus:
      return fmt::format("SELECT CASE WHEN TO_CHAR((\n{}\n)) IN ('1', 'TRUE') THEN 0 ELSE 1 END FROM dual", query);
    case dialect::Tool::kDuckdb:
      return fmt::format("SELECT CASE WHEN CAST((\n{}\n) AS BOOLEAN) THEN 0 ELSE 1 END", query);
    case dialect::Tool::kPsql:
    case dialect::Tool::kMysql:
    case dialect::Tool::kSqlite3:
      break;
  }
  return fmt::format("SELECT CASE WHEN (\n{}\n) THEN 0 ELSE 1 END", query);
}

const ir::Table* TableAfter(const catalog::Step& step) {
  for (const catalog::Change& change : step.changes) {
    const auto* table = change.after == nullptr ? nullptr : std::get_if<catalog::Table>(change.after.get());
    if (table != nullptr) return &table->definition;
  }
  return nullptr;
}

}  // namespace

std::string DataChecks::NameOf(const TableTrack& table) const { return table.before->name.Text(); }

std::string DataChecks::Sql(const ir::Name& table) const {
  ir::Name name = table;
  // SQL Server would look in the user's own schema first.
  if (name.schema.empty() && frame_.dialect->tool == dialect::Tool::kSqlcmd) name.schema = frame_.dialect->default_schema;
  return emit::QuoteName(*frame_.dialect, name);
}

std::string DataChecks::ColumnSql(const TableTrack& table, const std::string& column) const {
  const ColumnTrack* track = lineage_.FindColumn(table, column);
  return emit::QuoteIdentifier(*frame_.dialect, track == nullptr ? column : track->before->name.text);
}

std::string DataChecks::Obstacle(const TableTrack& table, const std::vector<ir::Identifier>& columns) const {
  if (!table.changed_by.empty()) return table.changed_by + " comes first";
  for (const ir::Identifier& column : columns) {
    const ColumnTrack* track = lineage_.FindColumn(table, column.text);
    if (track == nullptr) return fmt::format("column {} is not there yet", column.text);
    if (!track->changed_by.empty()) return track->changed_by + " comes first";
  }
  return "";
}

const catalog::Enum* DataChecks::EnumOf(const catalog::Step& step, const ir::Type& type) const {
  if (type.kind != ir::TypeKind::kNamed) return nullptr;
  const auto found = step.enums.find(before_.KeyOf(catalog::ObjectKind::kEnum, type.name));
  return found == step.enums.end() || found->second == nullptr ? nullptr : std::get_if<catalog::Enum>(found->second.get());
}

void DataChecks::Remark(const Ask& ask, const std::string& reason) {
  const std::string place = PlaceOf(frame_, ask.origin);
  remarks.push_back(fmt::format("{}{}: {}", place.empty() ? "" : place + "  ", ask.fact, reason));
}

void DataChecks::Report(const TableTrack& table, const Ask& ask, const std::string& query) {
  CheckRow row;
  row.name = ask.fact;
  row.query = query;
  row.where = PlaceOf(frame_, ask.origin);
  if (!table.inserted_by.empty()) {
    row.comments.push_back(fmt::format("Of the rows that are there: {} comes first, and is not looked at.", table.inserted_by));
  }
  const bool asked = std::ranges::any_of(rows, [&](const CheckRow& other) { return other.query == row.query; });
  if (!asked) rows.push_back(std::move(row));
}

void DataChecks::OfNotNull(const TableTrack& table, const std::string& column, const ir::Origin& origin) {
  const ColumnTrack* track = lineage_.FindColumn(table, column);
  if (track != nullptr && track->not_null) return;
  const std::string shown = track == nullptr ? column : track->before->name.text;
  const Ask ask{fmt::format("no nulls in {}.{}", NameOf(table), shown), origin};
  if (const std::string reason = Obstacle(table, {column}); !reason.empty()) return Remark(ask, reason);
  Report(table, ask, fmt::format("SELECT COUNT(*) FROM {} WHERE {} IS NULL", Sql(table.before->name), ColumnSql(table, column)));
}

void DataChecks::OfType(const catalog::Step& step, const TableTrack& table, const ir::SetType& set, const ir::Origin& origin) {
  const ColumnTrack* track = lineage_.FindColumn(table, set.column.text);
  const std::string shown = NameOf(table) + "." + (track == nullptr ? set.column.text : track->before->name.text);
  const Ask general{fmt::format("every value of {} is one of {}", shown, ir::Describe(set.type)), origin};
  if (track == nullptr) return;
  if (set.using_expr) return Remark(general, fmt::format("it is what `using` makes of it"));
  const Narrowing narrowing =
      NarrowingOf(track->before->type, set.type, ColumnSql(table, set.column.text), EnumOf(step, set.type), *frame_.dialect);
  switch (narrowing.fit) {
    case Fit::kAll:
      return;
    case Fit::kUnknown:
      return Remark(general, fmt::format("it is {} now, and what the database makes of it is known when it is done",
                                         ir::Describe(track->before->type)));
    case Fit::kSome:
      break;
  }
  const Ask ask{fmt::format("no value of {} {}", shown, narrowing.fact), origin};
  if (const std::string reason = Obstacle(table, {set.column}); !reason.empty()) return Remark(ask, reason);
  Report(table, ask, fmt::format("SELECT COUNT(*) FROM {} WHERE {}", Sql(table.before->name), narrowing.condition));
}

void DataChecks::OfNewColumn(const TableTrack& table, const ir::AddColumn& add, const ir::Origin& origin) {
  const ir::Column& column = add.column;
  const bool filled = column.default_value || column.identity || column.generated;
  for (const ir::Constraint& constraint : add.constraints) {
    // Null is in nobody's way.
    if (!filled && !column.not_null && !std::holds_alternative<ir::PrimaryKey>(constraint.body)) continue;
    Remark({fmt::format("the {} of {}.{}", ir::KindName(constraint), NameOf(table), column.name.text), origin},
           "the column is not there yet");
  }
  // MySQL gives such a column 0, '' and the like ("Data Type Default Values").
  if (!column.not_null || filled || frame_.dialect->tool == dialect::Tool::kMysql) return;
  const Ask ask{fmt::format("no rows in {}, which is given {} not null and without a default", NameOf(table), column.name.text),
                origin};
  if (!table.changed_by.empty()) return Remark(ask, table.changed_by + " comes first");
  Report(table, ask, fmt::format("SELECT COUNT(*) FROM {}", Sql(table.before->name)));
}

void DataChecks::OfUnique(const TableTrack& table, const Keys& keys, const Ask& ask) {
  const dialect::Dialect& dialect = *frame_.dialect;
  std::vector<std::string> groups;
  std::vector<std::string> conditions;
  std::vector<std::string> nulls;
  for (std::size_t i = 0; i < keys.keys.size(); ++i) {
    const ir::Expr& key = keys.keys[i];
    const bool column = key.kind == ir::ExprKind::kColumn;
    std::string sql = column ? emit::QuoteIdentifier(dialect, key.text) : frame_.backend->Value(key, dialect);
    const ir::Column* definition = column ? ir::FindColumn(*table.before, key.text) : nullptr;
    if (definition == nullptr || !definition->not_null) nulls.push_back(column ? sql : "(" + sql + ")");
    if (keys.lengths[i] > 0) sql = fmt::format("LEFT({}, {})", sql, keys.lengths[i]);
    groups.push_back(std::move(sql));
  }
  if (!keys.nulls_are_equal && dialect.tool != dialect::Tool::kSqlplus) {
    for (const std::string& null : nulls) conditions.push_back(null + " IS NOT NULL");
  }
  // Oracle leaves out a row of which the whole key is null, and no other ("CREATE INDEX", SQL Language Reference 19c).
  if (dialect.tool == dialect::Tool::kSqlplus && nulls.size() == groups.size()) {
    std::vector<std::string> any;
    for (const std::string& null : nulls) any.push_back(null + " IS NOT NULL");
    conditions.push_back(any.size() == 1 ? any[0] : "(" + base::Join(any, " OR ") + ")");
  }
  if (keys.where) conditions.push_back("(" + frame_.backend->Condition(*keys.where, dialect) + ")");
  Report(
      table, ask,
      fmt::format(
          "SELECT COUNT(*) FROM (\n    SELECT COUNT(*) AS migc_rows FROM {0}{1}\n    GROUP BY {2} HAVING COUNT(*) > 1) migc_twice",
          Sql(table.before->name), conditions.empty() ? "" : " WHERE " + base::Join(conditions, " AND "),
          base::Join(groups, ", ")));
}

void DataChecks::OfForeignKey(const TableTrack& table, const ir::ForeignKey& key, const ir::Origin& origin) {
  const TableTrack* parent = lineage_.Find(key.table);
  const std::string parent_name = parent == nullptr ? key.table.Text() : NameOf(*parent);
  std::vector<std::string> children;
  std::vector<std::string> shown;
  for (const ir::Identifier& column : key.columns) {
    const ColumnTrack* track = lineage_.FindColumn(table, column.text);
    shown.push_back(track == nullptr ? column.text : track->before->name.text);
    children.push_back("c." + ColumnSql(table, column.text));
  }
  const Ask ask{fmt::format("no orphans: {} ({}) is in {}", NameOf(table), base::Join(shown, ", "), parent_name), origin};
  if (const std::string reason = Obstacle(table, key.columns); !reason.empty()) return Remark(ask, reason);
  if (parent == nullptr) return Remark(ask, fmt::format("table {} is not there yet", parent_name));
  if (const std::string reason = Obstacle(*parent, key.referred_columns); !reason.empty()) return Remark(ask, reason);
  if (!parent->inserted_by.empty()) return Remark(ask, parent->inserted_by + " comes first");
  std::vector<std::string> given;
  std::vector<std::string> matches;
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < children.size() && i < key.referred_columns.size(); ++i) {
    given.push_back(children[i] + " IS NOT NULL");
    missing.push_back(children[i] + " IS NULL");
    matches.push_back(fmt::format("p.{} = {}", ColumnSql(*parent, key.referred_columns[i].text), children[i]));
  }
  std::string condition = fmt::format("{}\n    AND NOT EXISTS (SELECT 1 FROM {} p WHERE {})", base::Join(given, " AND "),
                                      Sql(parent->before->name), base::Join(matches, " AND "));
  if (key.match_full && given.size() > 1) {
    condition = fmt::format("({})\n    OR (({}) AND ({}))", condition, base::Join(given, " OR "), base::Join(missing, " OR "));
  }
  Report(table, ask, fmt::format("SELECT COUNT(*) FROM {} c\n  WHERE {}", Sql(table.before->name), condition));
}

void DataChecks::OfCheck(const TableTrack& table, const ir::Check& check, const ir::Origin& origin) {
  const Ask ask{fmt::format("{} in every row of {}", ir::Describe(check.expr), NameOf(table)), origin};
  if (!frame_.dialect->Has(dialect::Capability::kCheckConstraints)) return;
  if (!table.changed_by.empty()) return Remark(ask, table.changed_by + " comes first");
  const auto translated = lineage_.Translate(check.expr, table);
  if (!translated.reason.empty()) return Remark(ask, translated.reason);
  Report(table, ask,
         fmt::format("SELECT COUNT(*) FROM {} WHERE NOT ({})", Sql(table.before->name),
                     frame_.backend->Condition(translated.expr, *frame_.dialect)));
}

void DataChecks::OfConstraint(const TableTrack& table, const ir::Constraint& constraint, const ir::Origin& origin) {
  const bool keyed = std::holds_alternative<ir::PrimaryKey>(constraint.body) || std::holds_alternative<ir::Unique>(constraint.body);
  if (const auto* primary = std::get_if<ir::PrimaryKey>(&constraint.body)) {
    for (const ir::Identifier& column : primary->columns) OfNotNull(table, column.text, origin);
  }
  if (keyed) {
    const auto* unique = std::get_if<ir::Unique>(&constraint.body);
    const auto& columns = unique != nullptr ? unique->columns : std::get<ir::PrimaryKey>(constraint.body).columns;
    std::vector<ir::Identifier> before;
    for (const ir::Identifier& column : columns) {
      const ColumnTrack* track = lineage_.FindColumn(table, column.text);
      before.push_back(track == nullptr ? column : track->before->name);
    }
    const Ask ask{fmt::format("no duplicates in {} ({})", NameOf(table), NamesOf(before)), origin};
    if (const std::string reason = Obstacle(table, columns); !reason.empty()) return Remark(ask, reason);
    // SQL Server knows one null only.
    const bool equal = (unique != nullptr && unique->nulls_not_distinct) || frame_.dialect->tool == dialect::Tool::kSqlcmd;
    return OfUnique(table, {ColumnExprs(before), std::vector<std::uint32_t>(before.size(), 0), std::nullopt, equal}, ask);
  }
  if (constraint.not_valid && frame_.dialect->Has(dialect::Capability::kValidateConstraint)) return;
  if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) return OfForeignKey(table, *key, origin);
  if (const auto* check = std::get_if<ir::Check>(&constraint.body)) return OfCheck(table, *check, origin);
  Remark({fmt::format("the exclusion constraint {} of {}", constraint.name.text, NameOf(table)), origin},
         "whether rows exclude each other is known when it is made");
}

void DataChecks::OfIndex(const TableTrack& table, const ir::Index& index, const ir::Origin& origin) {
  if (!index.unique) return;
  std::vector<std::string> shown;
  Keys keys;
  std::string reason = table.changed_by.empty() ? "" : table.changed_by + " comes first";
  const auto translate = [&](const ir::Expr& expr) {
    auto translated = lineage_.Translate(expr, table);
    if (reason.empty()) reason = translated.reason;
    return translated.expr;
  };
  for (const ir::IndexKey& key : index.keys) {
    keys.keys.push_back(translate(key.expr));
    keys.lengths.push_back(frame_.dialect->Has(dialect::Capability::kIndexPrefixLength) ? key.length.value_or(0) : 0);
    shown.push_back(ir::Describe(keys.keys.back()));
  }
  if (index.where) keys.where = translate(*index.where);
  keys.nulls_are_equal = index.nulls_not_distinct || frame_.dialect->tool == dialect::Tool::kSqlcmd;
  const Ask ask{fmt::format("no duplicates in {} ({})", NameOf(table), base::Join(shown, ", ")), origin};
  if (!reason.empty()) return Remark(ask, reason);
  OfUnique(table, keys, ask);
}

void DataChecks::OfEnum(const catalog::Step& step, const ir::AlterEnum& alter, const ir::Origin& origin) {
  const auto* set = std::get_if<ir::SetEnumValues>(&alter.action);
  if (set == nullptr) return;
  const catalog::Enum* before = nullptr;
  for (const catalog::Change& change : step.changes) {
    const auto* values = change.before == nullptr ? nullptr : std::get_if<catalog::Enum>(change.before.get());
    if (values != nullptr) before = values;
  }
  if (before == nullptr) return;
  std::vector<std::string> gone;
  for (const std::string& value : before->values) {
    const bool stays = std::ranges::find(set->values, value) != set->values.end();
    const bool mapped = std::ranges::any_of(set->mappings, [&](const ir::EnumMapping& mapping) { return mapping.from == value; });
    if (!stays && !mapped) gone.push_back(value);
  }
  if (gone.empty()) return;
  std::vector<std::string> literals;
  for (const std::string& value : gone) literals.push_back(script::LiteralFor(*frame_.dialect, value));
  for (const auto& [key, table] : lineage_.tables()) {
    for (const auto& [now, column] : table.columns) {
      const ir::Type& type = column.before->type;
      if (type.kind != ir::TypeKind::kNamed || type.name.name != before->name.name || type.array_dimensions > 0) continue;
      const Ask ask{fmt::format("no value of {}.{} is {}", NameOf(table), column.before->name.text, base::Join(gone, " or ")),
                    origin};
      if (const std::string reason = Obstacle(table, {now}); !reason.empty()) {
        Remark(ask, reason);
        continue;
      }
      Report(table, ask,
             fmt::format("SELECT COUNT(*) FROM {} WHERE {} IN ({})", Sql(table.before->name), ColumnSql(table, now),
                         base::Join(literals, ", ")));
    }
  }
}

void DataChecks::OfAction(const catalog::Step& step, const ir::Name& name, const ir::AlterAction& action) {
  const TableTrack* table = lineage_.Find(name);
  if (table == nullptr) return;
  std::visit(base::Overloaded{[&](const ir::AddColumn& add) { OfNewColumn(*table, add, action.origin); },
                              [&](const ir::SetType& set) { OfType(step, *table, set, action.origin); },
                              [&](const ir::SetNotNull& set) {
                                if (!set.fill) OfNotNull(*table, set.column.text, action.origin);
                              },
                              [&](const ir::AddConstraint& add) { OfConstraint(*table, add.constraint, action.origin); },
                              [&](const ir::ValidateConstraint& validate) {
                                const ir::Table* after = TableAfter(step);
                                const ir::Constraint* found =
                                    after == nullptr ? nullptr : ir::FindConstraint(*after, validate.name.text);
                                if (found == nullptr) return;
                                ir::Constraint constraint = *found;
                                constraint.not_valid = false;
                                OfConstraint(*table, constraint, action.origin);
                              },
                              [&](const auto&) {}},
             action.body);
}

void DataChecks::AddRequired(const emit::Statement& statement) {
  const Ask ask{"not so: " + statement.message, statement.origin};
  const std::string reason = statement.up_front ? "" : lineage_.Obstacle(statement.sql);
  if (!reason.empty()) return Remark(ask, reason);
  CheckRow row;
  row.name = ask.fact;
  row.query = Holds(*frame_.dialect, statement.sql);
  row.where = PlaceOf(frame_, ask.origin);
  rows.push_back(std::move(row));
}

void DataChecks::Add(const catalog::Step& step) {
  const ir::Operation& operation = step.operation;
  if (const auto* alter = std::get_if<ir::AlterTable>(&operation.body)) {
    // One action after the other: a column that is renamed by the first has its new name in the second.
    ir::Operation one = operation;
    ir::Name name = alter->table;
    for (const ir::AlterAction& action : alter->actions) {
      OfAction(step, name, action);
      one.body = ir::AlterTable{name, alter->if_exists, {action}};
      lineage_.Apply(one);
      if (const auto* set = std::get_if<ir::SetSchema>(&action.body)) name.schema = set->schema.text;
    }
    return;
  }
  if (const auto* index = std::get_if<ir::CreateIndex>(&operation.body)) {
    if (const TableTrack* table = lineage_.Find(index->table)) OfIndex(*table, index->index, operation.origin);
  }
  if (const auto* alter = std::get_if<ir::AlterEnum>(&operation.body)) OfEnum(step, *alter, operation.origin);
  lineage_.Apply(operation);
}

}  // namespace migc::bundle
