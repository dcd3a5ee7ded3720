#include "bundle/lineage.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "migc/base/overloaded.h"
#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::bundle {
namespace {

void SetOnce(std::string& place, const std::string& step) {
  if (place.empty()) place = step;
}

bool Cascades(ir::ReferenceAction action) {
  switch (action) {
    case ir::ReferenceAction::kCascade:
    case ir::ReferenceAction::kSetNull:
    case ir::ReferenceAction::kSetDefault:
      return true;
    case ir::ReferenceAction::kNone:
    case ir::ReferenceAction::kNoAction:
    case ir::ReferenceAction::kRestrict:
      return false;
  }
  return true;
}

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte == '_' ||
         byte >= 0x80;
}

std::set<std::string> WordsOf(std::string_view text) {
  std::set<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && IsWordByte(text[i])) ++i;
    if (i > begin) words.insert(base::LowerAscii(text.substr(begin, i - begin)));
    ++i;
  }
  return words;
}

// True for statements that make or describe something and touch no row of a table.
bool LeavesRows(std::string_view sql, const dialect::Lexical& lexical) {
  static const std::set<std::string> kinds = {"",       "VIEW",    "INDEX",     "UNIQUE",   "FUNCTION", "PROCEDURE", "TRIGGER",
                                              "TYPE",   "SCHEMA",  "EXTENSION", "SEQUENCE", "ROLE",     "POLICY",    "STATISTICS",
                                              "DOMAIN", "COMMENT", "GRANT",     "REVOKE",   "ANALYZE",  "VACUUM"};
  return kinds.contains(StatementKindOf(sql, lexical));
}

}  // namespace

std::string StatementKindOf(std::string_view sql, const dialect::Lexical& lexical) {
  static const std::set<std::string> beside = {"OR", "REPLACE", "EDITIONABLE", "NONEDITIONABLE", "FORCE"};
  bool creates = false;
  for (const emit::Token& token : emit::Tokenize(sql, lexical).tokens) {
    if (token.kind == emit::TokenKind::kComment) continue;
    std::string word = base::UpperAscii(sql.substr(token.begin, token.end - token.begin));
    if (!creates && word != "CREATE") return word;
    if (creates && !beside.contains(word)) return word;
    creates = true;
  }
  return "";
}

Lineage::Lineage(const Frame& frame, const catalog::Catalog& before) : frame_(frame), before_(before) {
  for (const auto& [key, object] : before.objects()) {
    const auto* table = std::get_if<catalog::Table>(object.get());
    if (table == nullptr) continue;
    TableTrack track;
    track.before = &table->definition;
    const ir::Constraint* primary = ir::FindPrimaryKey(table->definition);
    for (const ir::Column& column : table->definition.columns) {
      ColumnTrack& tracked = track.columns[before.Fold(column.name.text)];
      tracked.before = &column;
      tracked.not_null = column.not_null;
      if (primary == nullptr) continue;
      const auto& keys = std::get<ir::PrimaryKey>(primary->body).columns;
      tracked.not_null |= std::ranges::any_of(keys, [&](const ir::Identifier& name) { return name.text == column.name.text; });
    }
    tables_.emplace(key, std::move(track));
  }
}

const TableTrack* Lineage::Find(const ir::Name& table) const {
  const auto found = tables_.find(before_.KeyOf(catalog::ObjectKind::kTable, table));
  return found == tables_.end() ? nullptr : &found->second;
}

TableTrack* Lineage::FindTrack(const ir::Name& table) {
  const auto found = tables_.find(before_.KeyOf(catalog::ObjectKind::kTable, table));
  return found == tables_.end() ? nullptr : &found->second;
}

const ColumnTrack* Lineage::FindColumn(const TableTrack& table, const std::string& column) const {
  const auto found = table.columns.find(before_.Fold(column));
  return found == table.columns.end() ? nullptr : &found->second;
}

std::string Lineage::Describe(const ir::Operation& operation) const {
  const std::string place = PlaceOf(frame_, operation.origin);
  const std::string summary = ir::Summary(operation);
  return place.empty() ? "\"" + summary + "\"" : fmt::format("\"{}\" ({})", summary, place);
}

void Lineage::Make(const std::string& name, const std::string& step) { made_.emplace(base::LowerAscii(name), step); }

void Lineage::Move(const ir::Name& from, const ir::Name& to) {
  auto node = tables_.extract(before_.KeyOf(catalog::ObjectKind::kTable, from));
  if (node.empty()) return;
  node.key() = before_.KeyOf(catalog::ObjectKind::kTable, to);
  tables_.insert(std::move(node));
}

void Lineage::ApplyAction(const ir::AlterAction& action, const std::string& step, TableTrack& table) {
  const auto column = [&](const ir::Identifier& id) -> ColumnTrack* {
    const auto found = table.columns.find(before_.Fold(id.text));
    return found == table.columns.end() ? nullptr : &found->second;
  };
  std::visit(base::Overloaded{[&](const ir::AddColumn& add) {
                                table.added.insert(before_.Fold(add.column.name.text));
                                Make(add.column.name.text, step);
                              },
                              [&](const ir::DropColumn& drop) {
                                table.columns.erase(before_.Fold(drop.column.text));
                                table.added.erase(before_.Fold(drop.column.text));
                              },
                              [&](const ir::RenameColumnAction& rename) {
                                const std::string to = before_.Fold(rename.to.text);
                                Make(rename.to.text, step);
                                if (table.added.erase(before_.Fold(rename.from.text)) > 0) table.added.insert(to);
                                auto node = table.columns.extract(before_.Fold(rename.from.text));
                                if (node.empty()) return;
                                node.key() = to;
                                table.columns.insert(std::move(node));
                              },
                              [&](const ir::SetType& set) {
                                if (auto* track = column(set.column)) SetOnce(track->changed_by, step);
                              },
                              [&](const ir::SetNotNull& set) {
                                auto* track = column(set.column);
                                if (track == nullptr) return;
                                if (set.fill && !track->not_null) SetOnce(track->changed_by, step);
                                track->not_null = true;
                              },
                              [&](const ir::DropNotNull& drop) {
                                if (auto* track = column(drop.column)) track->not_null = false;
                              },
                              [&](const ir::AddConstraint& add) {
                                const auto* key = std::get_if<ir::PrimaryKey>(&add.constraint.body);
                                if (key == nullptr) return;
                                for (const ir::Identifier& id : key->columns) {
                                  if (auto* track = column(id)) track->not_null = true;
                                }
                              },
                              [&](const auto&) {}},
             action.body);
}

void Lineage::ChangeRows(const ir::Name& name, const std::string& step, bool removes) {
  TableTrack* table = FindTrack(name);
  if (table == nullptr || (removes && !table->changed_by.empty())) return;
  if (removes) table->changed_by = step;
  // What cascades from it, by the foreign keys of before: those that the upgrade makes are looked at when they are made.
  const catalog::ObjectKey key = before_.KeyOf(catalog::ObjectKind::kTable, table->before->name);
  std::vector<ir::Name> reached;
  for (const auto& [now, other] : tables_) {
    for (const ir::Constraint& constraint : other.before->constraints) {
      const auto* foreign = std::get_if<ir::ForeignKey>(&constraint.body);
      if (foreign == nullptr || before_.KeyOf(catalog::ObjectKind::kTable, foreign->table) != key) continue;
      if (Cascades(removes ? foreign->on_delete : foreign->on_update) && other.changed_by.empty()) {
        reached.push_back({now.schema, now.name, {}});
      }
    }
  }
  for (const ir::Name& one : reached) ChangeRows(one, step, true);
}

// Raw SQL may do anything to the tables that it names, be it in a string that it runs.
void Lineage::Disturb(const std::string& sql, const std::string& step) {
  const auto statements = emit::SplitStatements(sql, frame_.dialect->lexical).parts;
  if (std::ranges::all_of(statements, [&](const emit::SqlPart& part) { return LeavesRows(part.text, frame_.dialect->lexical); }))
    return;
  const std::set<std::string> words = WordsOf(sql);
  std::vector<ir::Name> named;
  for (const auto& [now, table] : tables_) {
    if (words.contains(base::LowerAscii(now.name))) named.push_back({now.schema, now.name, {}});
  }
  for (const ir::Name& name : named) ChangeRows(name, step, true);
}

void Lineage::Apply(const ir::Operation& operation) {
  const std::string step = Describe(operation);
  std::visit(
      base::Overloaded{[&](const ir::DropTable& drop) { tables_.erase(before_.KeyOf(catalog::ObjectKind::kTable, drop.name)); },
                       [&](const ir::CreateTable& create) { Make(create.table.name.name, step); },
                       [&](const ir::Define& define) { Make(define.routine.name.name, step); },
                       [&](const ir::RenameTable& rename) {
                         Move(rename.from, rename.to);
                         Make(rename.to.name, step);
                       },
                       [&](const ir::AlterTable& alter) {
                         ir::Name name = alter.table;
                         for (const ir::AlterAction& action : alter.actions) {
                           if (const auto* set = std::get_if<ir::SetSchema>(&action.body)) {
                             const ir::Name moved{set->schema.text, name.name, {}};
                             Move(name, moved);
                             name = moved;
                             continue;
                           }
                           if (TableTrack* table = FindTrack(name)) ApplyAction(action, step, *table);
                         }
                       },
                       [&](const ir::AlterEnum& alter) {
                         const bool values = std::holds_alternative<ir::SetEnumValues>(alter.action) ||
                                             std::holds_alternative<ir::RenameEnumValue>(alter.action);
                         if (!values) return;
                         for (auto& [key, table] : tables_) {
                           for (auto& [name, column] : table.columns) {
                             const ir::Type& type = column.before->type;
                             if (type.kind == ir::TypeKind::kNamed && type.name.name == alter.name.name)
                               SetOnce(column.changed_by, step);
                           }
                         }
                       },
                       [&](const ir::Insert& insert) {
                         if (TableTrack* table = FindTrack(insert.table)) SetOnce(table->inserted_by, step);
                       },
                       [&](const ir::Update& update) {
                         TableTrack* table = FindTrack(update.table);
                         if (table == nullptr) return;
                         for (const ir::Assignment& assignment : update.assignments) {
                           const auto found = table->columns.find(before_.Fold(assignment.column.text));
                           if (found != table->columns.end()) SetOnce(found->second.changed_by, step);
                         }
                         ChangeRows(update.table, step, false);
                       },
                       [&](const ir::Delete& erase) { ChangeRows(erase.table, step, true); },
                       [&](const ir::RawSql& raw) {
                         Disturb(raw.text, step);
                         for (const ir::Operation& effect : raw.effects) Apply(effect);
                       },
                       [&](const auto&) {}},
      operation.body);
}

std::string Lineage::Obstacle(const std::string& sql) const {
  const std::set<std::string> words = WordsOf(sql);
  for (const std::string& word : words) {
    if (const auto made = made_.find(word); made != made_.end()) return made->second + " comes first";
  }
  for (const auto& [now, table] : tables_) {
    if (!words.contains(base::LowerAscii(now.name))) continue;
    if (!table.changed_by.empty()) return table.changed_by + " comes first";
    if (!table.inserted_by.empty()) return table.inserted_by + " comes first";
    for (const auto& [name, column] : table.columns) {
      if (!column.changed_by.empty()) return column.changed_by + " comes first";
    }
  }
  return "";
}

Lineage::Translated Lineage::Translate(const ir::Expr& expr, const TableTrack& table) const {
  Translated result{expr, ""};
  const auto fail = [&](const std::string& reason) {
    if (result.reason.empty()) result.reason = reason;
  };
  const auto translate = [&](const auto& self, ir::Expr& node) -> void {
    if (node.kind == ir::ExprKind::kColumn) {
      node.qualifier.clear();
      const ColumnTrack* column = FindColumn(table, node.text);
      if (column == nullptr) return fail(fmt::format("column {} is not there yet", node.text));
      if (!column->changed_by.empty()) fail(column->changed_by + " comes first");
      node.text = column->before->name.text;
    }
    if (node.kind == ir::ExprKind::kRawSql) {
      for (const auto& [now, column] : table.columns) {
        if (!emit::MentionsWord(node.text, now, *frame_.dialect)) continue;
        if (!column.changed_by.empty()) fail(column.changed_by + " comes first");
        if (now != before_.Fold(column.before->name.text))
          fail(fmt::format("its SQL names column {}, which is not there yet", now));
      }
      for (const std::string& now : table.added) {
        if (emit::MentionsWord(node.text, now, *frame_.dialect)) fail(fmt::format("column {} is not there yet", now));
      }
    }
    for (ir::Expr& operand : node.operands) self(self, operand);
  };
  translate(translate, result.expr);
  return result;
}

}  // namespace migc::bundle
