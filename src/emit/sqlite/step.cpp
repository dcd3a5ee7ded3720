#include "emit/sqlite/step.h"

#include <algorithm>

#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::sqlite {
namespace {

const ir::Table* TableIn(const catalog::ObjectPtr& object) {
  const auto* table = object == nullptr ? nullptr : std::get_if<catalog::Table>(object.get());
  return table == nullptr ? nullptr : &table->definition;
}

bool IsTable(const ir::Table* table, const ir::Name& name) {
  return table != nullptr && SameName(table->name.name, name.name) && IsMain(table->name.schema) == IsMain(name.schema);
}

bool Uses(const ir::Table& table, const ir::Name& enumeration) {
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const ir::Column& column) {
    return column.type.kind == ir::TypeKind::kNamed && column.type.native.empty() &&
           SameName(column.type.name.name, enumeration.name);
  });
}

// UPDATE, DELETE, and what may be one of them.
bool WritesRows(std::string_view sql, const dialect::Dialect& dialect) {
  for (const Token& token : Tokenize(sql, dialect.lexical).tokens) {
    if (token.kind == TokenKind::kComment) continue;
    const std::string word = base::UpperAscii(sql.substr(token.begin, token.end - token.begin));
    return word == "UPDATE" || word == "DELETE" || word == "REPLACE" || word == "INSERT" || word == "WITH";
  }
  return false;
}

// What other tables may refer to: a primary key, or something unique.
bool IsInKey(const ir::Table& table, const std::string& column) {
  const auto among = [&](const std::vector<ir::Identifier>& columns) {
    return std::any_of(columns.begin(), columns.end(), [&](const ir::Identifier& one) { return SameName(one.text, column); });
  };
  for (const ir::Constraint& constraint : table.constraints) {
    if (const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body); key != nullptr && among(key->columns)) return true;
    if (const auto* unique = std::get_if<ir::Unique>(&constraint.body); unique != nullptr && among(unique->columns)) return true;
  }
  return std::any_of(table.indexes.begin(), table.indexes.end(), [&](const ir::Index& index) {
    return index.unique && std::any_of(index.keys.begin(), index.keys.end(), [&](const ir::IndexKey& key) {
             return key.expr.kind != ir::ExprKind::kColumn || SameName(key.expr.text, column);
           });
  });
}

}  // namespace

TableChange ChangeOf(const catalog::Step& step, const ir::Name& table) {
  for (const catalog::Change& change : step.changes) {
    const ir::Table* before = TableIn(change.before);
    const ir::Table* after = TableIn(change.after);
    if (IsTable(before, table) || IsTable(after, table)) return {before, after};
  }
  return {};
}

bool MayCascade(const catalog::Step& step, const dialect::Dialect& dialect) {
  const ir::Operation::Body& body = step.operation.body;
  if (std::holds_alternative<ir::Delete>(body)) return true;
  if (const auto* raw = std::get_if<ir::RawSql>(&body)) {
    const std::vector<SqlPart> parts = SplitStatements(raw->text, dialect.lexical).parts;
    return std::any_of(parts.begin(), parts.end(), [&](const SqlPart& part) { return WritesRows(part.text, dialect); });
  }
  const auto* update = std::get_if<ir::Update>(&body);
  if (update == nullptr) return false;
  for (const catalog::ObjectPtr& object : step.dependents) {
    const ir::Table* table = TableIn(object);
    if (table == nullptr || !IsTable(table, update->table)) continue;
    return std::any_of(update->assignments.begin(), update->assignments.end(),
                       [&](const ir::Assignment& one) { return IsInKey(*table, one.column.text); });
  }
  return true;  // a table that only raw SQL knows
}

bool LeavesAsItWas(const catalog::Step& step, const ir::AlterTable& alter) {
  const TableChange change = ChangeOf(step, alter.table);
  // A column that is dropped and added again, or converted to its own type, is the same by definition but not in its rows.
  const auto changes_rows = [](const ir::AlterAction& action) {
    const auto* type = std::get_if<ir::SetType>(&action.body);
    return std::holds_alternative<ir::AddColumn>(action.body) || std::holds_alternative<ir::DropColumn>(action.body) ||
           (type != nullptr && type->using_expr);
  };
  if (std::any_of(alter.actions.begin(), alter.actions.end(), changes_rows)) return false;
  return change.before != nullptr && change.after != nullptr && *change.before == *change.after;
}

std::vector<TableChange> UsersOf(const catalog::Step& step, const ir::AlterEnum& alter) {
  std::vector<TableChange> users;
  for (const catalog::Change& change : step.changes) {
    const ir::Table* before = TableIn(change.before);
    const ir::Table* after = TableIn(change.after);
    if (before != nullptr && after != nullptr && Uses(*before, alter.name)) users.push_back({before, after});
  }
  for (const catalog::ObjectPtr& object : step.dependents) {
    const ir::Table* table = TableIn(object);
    if (table == nullptr || !Uses(*table, alter.name)) continue;
    const auto same = [&](const TableChange& user) { return IsTable(user.before, table->name); };
    if (std::none_of(users.begin(), users.end(), same)) users.push_back({table, table});
  }
  return users;
}

Enums EnumsAfter(const catalog::Step& step) {
  Enums enums = step.enums;
  for (const catalog::Change& change : step.changes) {
    if (change.key.kind == catalog::ObjectKind::kEnum && change.after != nullptr) enums[change.key] = change.after;
  }
  return enums;
}

std::vector<Means> MeansOf(const catalog::Step& step, const ir::AlterTable& alter, const dialect::Dialect& dialect) {
  const TableChange change = ChangeOf(step, alter.table);
  const Enums enums = EnumsAfter(step);
  std::vector<Means> means;
  for (const ir::AlterAction& action : alter.actions) {
    means.push_back(MeansOf(action, change.before, change.after, enums, dialect));
  }
  return means;
}

}  // namespace migc::emit::sqlite
