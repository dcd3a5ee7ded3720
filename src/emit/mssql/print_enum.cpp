// Enums: a column of an enum is an NVARCHAR as long as its longest value, with a check.
//
//   alter enum mood rename 'sad' to 'blue'     -- used by person.feels
//     -> ALTER TABLE dbo.person DROP CONSTRAINT person_feels_enum
//        ALTER TABLE dbo.person ALTER COLUMN feels NVARCHAR(4) NOT NULL        -- when its longest value has another length
//        UPDATE dbo.person SET feels = CASE feels WHEN N'sad' THEN N'blue' ELSE feels END WHERE feels IN (N'sad')
//        ALTER TABLE dbo.person ADD CONSTRAINT person_feels_enum CHECK (feels IN (N'blue', N'ok'))
#include <algorithm>

#include "emit/mssql/condition.h"
#include "emit/mssql/literal.h"
#include "emit/mssql/print.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"

namespace migc::emit::mssql {
namespace {

const ir::Table* TableIn(const catalog::ObjectPtr& object) {
  const auto* table = object == nullptr ? nullptr : std::get_if<catalog::Table>(object.get());
  return table == nullptr ? nullptr : &table->definition;
}

bool Uses(const ir::Column& column, const ir::Name& enumeration) {
  return column.type.kind == ir::TypeKind::kNamed && column.type.native.empty() &&
         SameName(column.type.name.name, enumeration.name);
}

bool Uses(const ir::Table& table, const ir::Name& enumeration) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [&](const ir::Column& column) { return Uses(column, enumeration); });
}

// The tables that use the enum, before and after.
std::vector<TableChange> UsersOf(const catalog::Step& step, const ir::Name& enumeration) {
  std::vector<TableChange> users;
  for (const catalog::Change& change : step.changes) {
    const ir::Table* before = TableIn(change.before);
    const ir::Table* after = TableIn(change.after);
    if (before != nullptr && after != nullptr && Uses(*before, enumeration)) users.push_back({before, after});
  }
  for (const catalog::ObjectPtr& object : step.dependents) {
    const ir::Table* table = TableIn(object);
    if (table == nullptr || !Uses(*table, enumeration)) continue;
    const auto same = [&](const TableChange& user) { return user.before->name == table->name; };
    if (std::none_of(users.begin(), users.end(), same)) users.push_back({table, table});
  }
  return users;
}

std::vector<ir::EnumMapping> MappingsOf(const ir::AlterEnum& alter) {
  return std::visit(base::Overloaded{
                        [](const ir::AddEnumValue&) { return std::vector<ir::EnumMapping>(); },
                        [](const ir::RenameEnumValue& rename) {
                          return std::vector<ir::EnumMapping>{{rename.from, rename.to}};
                        },
                        [](const ir::RenameEnum&) { return std::vector<ir::EnumMapping>(); },
                        [](const ir::SetEnumValues& set) { return set.mappings; },
                    },
                    alter.action);
}

std::size_t LongestOf(const std::vector<std::string>& values) {
  std::size_t longest = 1;
  for (const std::string& value : values) longest = std::max(longest, base::CountCodePoints(value));
  return longest;
}

// UPDATE … SET c = CASE c WHEN 'a' THEN 'b' ELSE c END WHERE c IN ('a')
ir::Update Exchange(const ir::Name& table, const ir::Column& column, const std::vector<ir::EnumMapping>& mappings) {
  ir::Expr value;
  value.kind = ir::ExprKind::kCase;
  value.has_operand = value.has_else = true;
  value.operands.push_back(ColumnExpr(column.name.text));
  ir::Expr where;
  where.kind = ir::ExprKind::kIn;
  where.operands.push_back(ColumnExpr(column.name.text));
  for (const ir::EnumMapping& mapping : mappings) {
    value.operands.push_back(StringExpr(mapping.from));
    value.operands.push_back(StringExpr(mapping.to));
    where.operands.push_back(StringExpr(mapping.from));
  }
  value.operands.push_back(ColumnExpr(column.name.text));
  return {table, {{column.name, std::move(value)}}, std::move(where), true};
}

// A column type that fits both the former and the new values.
ir::Type Wide(std::size_t length) {
  ir::Type type;
  type.kind = ir::TypeKind::kNvarchar;
  type.length = static_cast<std::uint32_t>(length);
  return type;
}

class UserPrinter {
 public:
  UserPrinter(Printer& printer, const TableChange& user, const ir::AlterEnum& alter, const catalog::Enum& before,
              const catalog::Enum& after)
      : printer_(printer), user_(user), alter_(alter), before_(LongestOf(before.values)), after_(LongestOf(after.values)) {}

  void Print(const ir::Column& column, const ir::Column& changed) {
    const dialect::Dialect& dialect = printer_.dialect();
    const ir::Name table = printer_.Qualified(user_.before->name);
    Sql(DropConstraint(table, EnumCheckName(table.name, column.name.text), false, dialect));
    if (after_ > before_) Resize(column, before_, after_);
    const std::vector<ir::EnumMapping> mappings = MappingsOf(alter_);
    if (!mappings.empty() && !column.generated) {
      SqlWriter out = printer_.Writer();
      PrintUpdate(out, Exchange(table, column, mappings), MssqlSyntax());
      printer_.Add(out);
    }
    if (after_ < before_) Resize(column, before_, after_);
    if (column.default_value != changed.default_value) {
      if (column.default_value) Sql(DropDefault(table, column.name.text, dialect));
      if (changed.default_value) Sql(AddDefault(table, changed, dialect));
    }
    Sql(AddConstraint(table, *EnumCheckOf(table.name, changed, printer_.enums()), dialect));
  }

 private:
  void Sql(std::string sql) { printer_.Add(StatementKind::kSql, std::move(sql)); }

  // As a plain NVARCHAR, whose check is not there at the moment.
  void Resize(const ir::Column& column, std::size_t from, std::size_t to) {
    TableState state(printer_.step(), user_.before->name, printer_.dialect());
    if (!state.known()) state = TableState(*user_.before, printer_.dialect());
    ir::Column before = column;
    before.type = Wide(from);
    ir::Column after = column;
    after.type = Wide(to);
    after.not_null = IsNotNull(state.table(), column);
    PrintAlterColumn(printer_, state, before, after, nullptr);
  }

  Printer& printer_;
  const TableChange& user_;
  const ir::AlterEnum& alter_;
  std::size_t before_;
  std::size_t after_;
};

}  // namespace

void PrintAlterEnum(Printer& printer, const ir::AlterEnum& alter) {
  const catalog::Enum* before = nullptr;
  for (const catalog::Change& change : printer.step().changes) {
    if (change.key.kind != catalog::ObjectKind::kEnum || change.before == nullptr) continue;
    before = std::get_if<catalog::Enum>(change.before.get());
  }
  const catalog::Enum* after = FindEnumNamed(printer.enums(), alter.name);
  // A renamed enum is not even a name here.
  const bool rename = std::holds_alternative<ir::RenameEnum>(alter.action);
  const std::vector<TableChange> users = rename ? std::vector<TableChange>() : UsersOf(printer.step(), alter.name);
  if (users.empty() || before == nullptr || after == nullptr) return printer.AddNote("no column's check changes");
  const std::string summary = printer.summary();
  for (const TableChange& user : users) {
    for (const ir::Column& column : user.before->columns) {
      const ir::Column* changed = FindColumnNamed(*user.after, column.name.text);
      if (changed == nullptr || !Uses(column, alter.name)) continue;
      printer.Describe(summary + ": " + user.before->name.Text() + "." + column.name.text, {});
      UserPrinter(printer, user, alter, *before, *after).Print(column, *changed);
    }
  }
  printer.Describe(summary, {});
}

}  // namespace migc::emit::mssql
