#include <fmt/format.h>

#include "migc/base/overloaded.h"
#include "migc/base/text.h"
#include "migc/ir/operation.h"
#include "migc/ir/spelling.h"

namespace migc::ir {
namespace {

std::string List(const std::vector<Identifier>& names) {
  std::vector<std::string> parts;
  for (const Identifier& name : names) parts.push_back(name.text);
  return base::Join(parts, ", ");
}

std::string SummaryOf(const Constraint& constraint, const std::string& table) {
  const std::string name = constraint.name.empty() ? "" : " " + constraint.name.text;
  return fmt::format("add {}{} to {}", KindName(constraint), name, table);
}

std::string SummaryOf(const AlterAction& action, const std::string& table) {
  const auto column = [&](std::string_view verb, const Identifier& name) {
    return fmt::format("{} {}.{}", verb, table, name.text);
  };
  return std::visit(
      base::Overloaded{
          [&](const AddColumn& a) { return column("add column", a.column.name); },
          [&](const DropColumn& a) { return column("drop column", a.column); },
          [&](const RenameColumnAction& a) { return column("rename column", a.from) + " to " + a.to.text; },
          [&](const SetType& a) { return column("change type of", a.column) + " to " + Describe(a.type); },
          [&](const SetDefault& a) { return column("set default of", a.column); },
          [&](const DropDefault& a) { return column("drop default of", a.column); },
          [&](const SetNotNull& a) { return column("set not null on", a.column); },
          [&](const DropNotNull& a) { return column("drop not null on", a.column); },
          [&](const SetColumnComment& a) { return column(a.comment ? "comment on column" : "remove comment of column", a.column); },
          [&](const AddIdentity& a) { return column("add identity to", a.column); },
          [&](const DropIdentity& a) { return column("drop identity of", a.column); },
          [&](const SetIdentity& a) { return column("change identity of", a.column); },
          [&](const SetCharacterSet& a) { return column("change character set of", a.column); },
          [&](const SetCollation& a) { return column("change collation of", a.column); },
          [&](const AddConstraint& a) { return SummaryOf(a.constraint, table); },
          [&](const DropConstraint& a) { return fmt::format("drop constraint {} of {}", a.name.text, table); },
          [&](const RenameConstraint& a) { return fmt::format("rename constraint {} of {} to {}", a.from.text, table, a.to.text); },
          [&](const ValidateConstraint& a) { return fmt::format("validate constraint {} of {}", a.name.text, table); },
          [&](const DropPrimaryKey&) { return "drop primary key of " + table; },
          [&](const DropUnique& a) { return fmt::format("drop unique constraint on {} ({})", table, List(a.columns)); },
          [&](const DropForeignKey& a) { return fmt::format("drop foreign key of {} ({})", table, List(a.columns)); },
          [&](const DropCheck&) { return "drop check constraint of " + table; },
          [&](const SetTableComment& a) { return (a.comment ? "comment on table " : "remove comment of table ") + table; },
          [&](const SetSchema& a) {
            return "move table " + table + " to " + (a.schema.empty() ? "the default schema" : "schema " + a.schema.text);
          },
          [&](const SetTableOption&) { return "set option of table " + table; },
      },
      action.body);
}

std::string SummaryOf(const AlterTable& alter) {
  constexpr std::size_t kShown = 3;
  const std::string table = alter.table.Text();
  std::vector<std::string> parts;
  for (const AlterAction& action : alter.actions) {
    if (parts.size() == kShown) {
      parts.push_back(fmt::format("and {} more", alter.actions.size() - kShown));
      break;
    }
    parts.push_back(SummaryOf(action, table));
  }
  return parts.empty() ? "alter table " + table : base::Join(parts, ", ");
}

std::string SummaryOf(const AlterEnum& alter) {
  return std::visit(
      base::Overloaded{
          [&](const AddEnumValue& a) { return fmt::format("add value {} to enum {}", SpellString(a.value), alter.name.Text()); },
          [&](const RenameEnumValue& a) {
            return fmt::format("rename value {} of enum {} to {}", SpellString(a.from), alter.name.Text(), SpellString(a.to));
          },
          [&](const RenameEnum& a) { return fmt::format("rename enum {} to {}", alter.name.Text(), a.to.text); },
          [&](const SetEnumValues&) { return "change values of enum " + alter.name.Text(); },
      },
      alter.action);
}

std::string OfTable(const Name& table) { return table.empty() ? "" : " on " + table.Text(); }

std::string SummaryOf(const CreateIndex& create) {
  const std::string name = create.index.name.empty() ? "" : " " + create.index.name.text;
  return fmt::format("create {}index{} on {}", create.index.unique ? "unique " : "", name, create.table.Text());
}

std::string SummaryOf(const Insert& insert) {
  if (insert.select) return "insert rows of a query into " + insert.table.Text();
  return fmt::format("insert {} row{} into {}", insert.rows.size(), insert.rows.size() == 1 ? "" : "s", insert.table.Text());
}

std::string SummaryOf(const Grant& grant) {
  return fmt::format("{} {} on {} {} {}", grant.revoke ? "revoke" : "grant", base::Join(grant.privileges, ", "), grant.table.Text(),
                     grant.revoke ? "from" : "to", List(grant.roles));
}

// The operations that are a verb, a kind and a name.
std::string Plain(std::string_view verb, const std::string& name) { return std::string(verb) + " " + name; }

}  // namespace

std::string Summary(const Operation& operation) {
  const std::string_view kind = KindName(operation);
  return OneLine(std::visit(base::Overloaded{
                                [&](const CreateTable& o) { return Plain(kind, o.table.name.Text()); },
                                [&](const DropTable& o) { return Plain(kind, o.name.Text()); },
                                [&](const RenameTable& o) { return Plain(kind, o.from.Text()) + " to " + o.to.Text(); },
                                [&](const AlterTable& o) { return SummaryOf(o); },
                                [&](const CreateIndex& o) { return SummaryOf(o); },
                                [&](const DropIndex& o) { return Plain(kind, o.name.Text()) + OfTable(o.table); },
                                [&](const RenameIndex& o) { return Plain(kind, o.from.Text()) + " to " + o.to.text; },
                                [&](const CreateSequence& o) { return Plain(kind, o.name.Text()); },
                                [&](const AlterSequence& o) {
                                  return o.rename_to ? "rename sequence " + o.name.Text() + " to " + o.rename_to->text
                                                     : Plain(kind, o.name.Text());
                                },
                                [&](const DropSequence& o) { return Plain(kind, o.name.Text()); },
                                [&](const CreateEnum& o) { return Plain(kind, o.name.Text()); },
                                [&](const AlterEnum& o) { return SummaryOf(o); },
                                [&](const DropEnum& o) { return Plain(kind, o.name.Text()); },
                                [&](const CreateSchema& o) { return Plain(kind, o.name.text); },
                                [&](const DropSchema& o) { return Plain(kind, o.name.text); },
                                [&](const CreateExtension& o) { return Plain(kind, o.name.text); },
                                [&](const DropExtension& o) { return Plain(kind, o.name.text); },
                                [&](const Define& o) { return Plain(kind, o.routine.name.Text()) + OfTable(o.routine.table); },
                                [&](const DropRoutine& o) { return Plain(kind, o.name.Text()) + OfTable(o.table); },
                                [&](const Grant& o) { return SummaryOf(o); },
                                [&](const Insert& o) { return SummaryOf(o); },
                                [&](const Update& o) { return "update rows of " + o.table.Text(); },
                                [&](const Delete& o) { return "delete rows of " + o.table.Text(); },
                                [&](const RawSql&) { return std::string("run raw SQL"); },
                                [&](const SetTimeouts&) { return std::string("set timeouts"); },
                                [&](const Require& o) { return "require: " + o.message; },
                            },
                            operation.body));
}

}  // namespace migc::ir
