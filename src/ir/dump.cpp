#include "migc/ir/dump.h"

#include <fmt/format.h>

#include "ir/dump_alter.h"
#include "ir/dump_parts.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"
#include "migc/ir/spelling.h"

namespace migc::ir {
namespace {

std::string IfNotExists(bool on) { return on ? "if not exists " : ""; }
std::string Online(bool on) { return on ? " online" : ""; }
std::string UndoNothing(bool on) { return on ? " undo nothing" : ""; }
std::string OnTable(const Name& table) { return table.empty() ? "" : " on " + SpellName(table); }

std::string Strings(const std::vector<std::string>& values) {
  std::vector<std::string> parts;
  for (const std::string& value : values) parts.push_back(SpellString(value));
  return base::Join(parts, ", ");
}

std::string Arguments(const std::optional<std::vector<Type>>& arguments) {
  if (!arguments) return "";
  std::vector<std::string> parts;
  for (const Type& type : *arguments) parts.push_back(Describe(type));
  return "(" + base::Join(parts, ", ") + ")";
}

std::string Line(const AlterEnum& alter) {
  const std::string action =
      std::visit(base::Overloaded{
                     [](const AddEnumValue& a) {
                       return "add " + SpellString(a.value) + (a.before ? " before " + SpellString(*a.before) : "") +
                              (a.after ? " after " + SpellString(*a.after) : "");
                     },
                     [](const RenameEnumValue& a) { return "rename " + SpellString(a.from) + " to " + SpellString(a.to); },
                     [](const RenameEnum& a) { return "rename to " + SpellName(a.to.text); },
                     [](const SetEnumValues& a) {
                       std::string out = "set (" + Strings(a.values) + ")";
                       for (const EnumMapping& mapping : a.mappings)
                         out += " map " + SpellString(mapping.from) + " to " + SpellString(mapping.to);
                       return out;
                     },
                 },
                 alter.action);
  return "alter enum " + SpellName(alter.name) + " " + action;
}

std::string Line(const AlterSequence& alter) {
  const std::string options = DumpLine(alter.options);
  return "alter sequence " + SpellName(alter.name) + (options.empty() ? "" : " (" + options + ")") +
         (alter.rename_to ? " rename to " + SpellName(alter.rename_to->text) : "");
}

std::string Line(const CreateSequence& create) {
  const std::string options = DumpLine(create.options);
  return "create sequence " + IfNotExists(create.if_not_exists) + SpellName(create.name) +
         (options.empty() ? "" : " (" + options + ")");
}

std::string Line(const Grant& grant) {
  return fmt::format("{} {} on {} {} {}", grant.revoke ? "revoke" : "grant", base::Join(grant.privileges, ", "),
                     SpellName(grant.table), grant.revoke ? "from" : "to", SpellNames(grant.roles));
}

std::string Line(const SetTimeouts& set) {
  std::vector<std::string> parts;
  if (set.lock_ms) parts.push_back(fmt::format("lock timeout {}ms", *set.lock_ms));
  if (set.statement_ms) parts.push_back(fmt::format("statement timeout {}ms", *set.statement_ms));
  return "set " + base::Join(parts, ", ");
}

void DumpInsert(Lines& lines, int depth, const Insert& insert) {
  lines.Add(depth, fmt::format("insert into {} ({}){}", SpellName(insert.table), SpellNames(insert.columns),
                               UndoNothing(insert.undo_nothing)));
  for (const std::vector<Expr>& row : insert.rows) {
    std::vector<std::string> values;
    for (const Expr& value : row) values.push_back(Describe(value));
    lines.Add(depth + 1, "values (" + base::Join(values, ", ") + ")");
  }
  if (insert.select) lines.AddText(depth + 1, *insert.select);
}

void DumpUpdate(Lines& lines, int depth, const Update& update) {
  lines.Add(depth, "update " + SpellName(update.table) + UndoNothing(update.undo_nothing));
  for (const Assignment& assignment : update.assignments) {
    lines.Add(depth + 1, "set " + SpellName(assignment.column.text) + " = " + Describe(assignment.value));
  }
  if (update.where) lines.Add(depth + 1, "where " + Describe(*update.where));
}

void DumpOperation(Lines& lines, int depth, const Operation& operation);

void DumpRawSql(Lines& lines, int depth, const RawSql& sql) {
  lines.Add(depth, "sql" + UndoNothing(sql.undo_nothing));
  lines.AddText(depth + 1, sql.text);
  if (sql.undo) {
    lines.Add(depth, "undo");
    lines.AddText(depth + 1, *sql.undo);
  }
  if (!sql.effects.empty()) lines.Add(depth, "effects");
  for (const Operation& effect : sql.effects) DumpOperation(lines, depth + 1, effect);
}

void DumpDefine(Lines& lines, int depth, const Define& define, std::string_view kind) {
  const Routine& routine = define.routine;
  lines.Add(depth, fmt::format("{} {}{}{}{}", kind, SpellName(routine.name), Arguments(routine.arguments), OnTable(routine.table),
                               routine.text ? "" : " without text for this dialect"));
  if (routine.text) lines.AddText(depth + 1, *routine.text);
}

void DumpAlterTable(Lines& lines, int depth, const AlterTable& alter) {
  lines.Add(depth, "alter table " + IfExists(alter.if_exists) + SpellName(alter.table));
  for (const AlterAction& action : alter.actions) DumpAction(lines, depth + 1, action);
}

void DumpCreateIndex(Lines& lines, int depth, const CreateIndex& create) {
  lines.Add(depth,
            "create " + IfNotExists(create.if_not_exists) + DumpLine(create.index) + OnTable(create.table) + Online(create.online));
}

void DumpBody(Lines& lines, int depth, const Operation& operation) {
  const std::string kind = std::string(KindName(operation)) + " ";
  const auto add = [&](const std::string& line) { lines.Add(depth, line); };
  std::visit(
      base::Overloaded{
          [&](const CreateTable& o) { DumpTable(lines, depth, kind + IfNotExists(o.if_not_exists), o.table); },
          [&](const DropTable& o) { add(kind + IfExists(o.if_exists) + SpellName(o.name) + (o.cascade ? " cascade" : "")); },
          [&](const RenameTable& o) { add(kind + SpellName(o.from) + " to " + SpellName(o.to)); },
          [&](const AlterTable& o) { DumpAlterTable(lines, depth, o); },
          [&](const CreateIndex& o) { DumpCreateIndex(lines, depth, o); },
          [&](const DropIndex& o) { add(kind + IfExists(o.if_exists) + SpellName(o.name) + OnTable(o.table) + Online(o.online)); },
          [&](const RenameIndex& o) { add(kind + SpellName(o.from) + " to " + SpellName(o.to.text) + OnTable(o.table)); },
          [&](const CreateSequence& o) { add(Line(o)); },
          [&](const AlterSequence& o) { add(Line(o)); },
          [&](const DropSequence& o) { add(kind + IfExists(o.if_exists) + SpellName(o.name)); },
          [&](const CreateEnum& o) {
            add(kind + IfNotExists(o.if_not_exists) + SpellName(o.name) + " (" + Strings(o.values) + ")");
          },
          [&](const AlterEnum& o) { add(Line(o)); },
          [&](const DropEnum& o) { add(kind + IfExists(o.if_exists) + SpellName(o.name)); },
          [&](const CreateSchema& o) { add(kind + IfNotExists(o.if_not_exists) + SpellName(o.name.text)); },
          [&](const DropSchema& o) { add(kind + IfExists(o.if_exists) + SpellName(o.name.text)); },
          [&](const CreateExtension& o) { add(kind + IfNotExists(o.if_not_exists) + SpellName(o.name.text)); },
          [&](const DropExtension& o) { add(kind + IfExists(o.if_exists) + SpellName(o.name.text)); },
          [&](const Define& o) { DumpDefine(lines, depth, o, KindName(operation)); },
          [&](const DropRoutine& o) {
            add(kind + IfExists(o.if_exists) + SpellName(o.name) + Arguments(o.arguments) + OnTable(o.table));
          },
          [&](const Grant& o) { add(Line(o)); },
          [&](const Insert& o) { DumpInsert(lines, depth, o); },
          [&](const Update& o) { DumpUpdate(lines, depth, o); },
          [&](const Delete& o) {
            add("delete from " + SpellName(o.table) + UndoNothing(o.undo_nothing));
            if (o.where) lines.Add(depth + 1, "where " + Describe(*o.where));
          },
          [&](const RawSql& o) { DumpRawSql(lines, depth, o); },
          [&](const SetTimeouts& o) { add(Line(o)); },
          [&](const Require& o) {
            add(kind + SpellString(o.message));
            lines.AddText(depth + 1, o.query);
          },
      },
      operation.body);
}

void DumpOperation(Lines& lines, int depth, const Operation& operation) {
  for (const std::string_view line : base::SplitLines(operation.comment)) lines.Add(depth, "-- " + std::string(line));
  if (operation.no_transaction) lines.Add(depth, "no transaction");
  DumpBody(lines, operation.no_transaction ? depth + 1 : depth, operation);
}

void DumpOperations(Lines& lines, std::string_view head, const std::vector<Operation>& operations) {
  lines.Add(1, head);
  for (const Operation& operation : operations) DumpOperation(lines, 2, operation);
}

void DumpHeader(Lines& lines, const Header& header) {
  lines.Add(0, "revision " + SpellString(header.id.text) + (header.message.empty() ? "" : " " + SpellString(header.message)));
  lines.Add(1, "revises " + (header.parents.empty() ? "base" : SpellNames(header.parents)));
  if (!header.depends_on.empty()) lines.Add(1, "depends on " + SpellNames(header.depends_on));
  if (!header.labels.empty()) lines.Add(1, "label " + SpellNames(header.labels));
  if (!header.created.empty()) lines.Add(1, "created " + SpellString(header.created));
}

}  // namespace

std::string Dump(const Revision& revision) {
  Lines lines;
  DumpHeader(lines, revision.header);
  if (revision.no_transaction) lines.Add(1, "no transaction");
  DumpOperations(lines, "upgrade", revision.upgrade);
  if (const auto* written = std::get_if<WrittenDowngrade>(&revision.downgrade)) {
    DumpOperations(lines, "downgrade", written->operations);
  } else if (const auto* irreversible = std::get_if<IrreversibleDowngrade>(&revision.downgrade)) {
    lines.Add(1, "downgrade irreversible " + SpellString(irreversible->why));
  }
  return lines.Take();
}

std::string Dump(const Operation& operation) {
  Lines lines;
  DumpOperation(lines, 0, operation);
  return lines.Take();
}

std::string Dump(const Table& table) {
  Lines lines;
  DumpTable(lines, 0, "table ", table);
  return lines.Take();
}

}  // namespace migc::ir
