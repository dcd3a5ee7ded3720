#include "migc/catalog/needs.h"

namespace migc::catalog {
namespace {

// Extensions and schemas are rights of another kind; routines are found by their arguments, which each dialect spells in its own
// way.
bool HasAnOwner(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::kTable:
    case ObjectKind::kView:
    case ObjectKind::kMaterializedView:
    case ObjectKind::kSequence:
    case ObjectKind::kEnum:
      return true;
    case ObjectKind::kSchema:
    case ObjectKind::kExtension:
    case ObjectKind::kFunction:
    case ObjectKind::kProcedure:
    case ObjectKind::kTrigger:
      return false;
  }
  return false;
}

// What is there gets another name, or goes to another schema.
bool IsRename(const ir::Operation& operation) {
  if (std::holds_alternative<ir::RenameTable>(operation.body)) return true;
  if (const auto* alter = std::get_if<ir::AlterSequence>(&operation.body)) return alter->rename_to.has_value();
  if (const auto* alter = std::get_if<ir::AlterEnum>(&operation.body)) return std::holds_alternative<ir::RenameEnum>(alter->action);
  return std::holds_alternative<ir::AlterTable>(operation.body);
}

}  // namespace

void NeedsReader::Read(const Change& change, const ir::Operation& operation) {
  // What raw SQL does is what its author says of it, and by whose right nobody knows; a privilege may be passed on by whoever was
  // given it so.
  const bool asks = !std::holds_alternative<ir::RawSql>(operation.body) && !std::holds_alternative<ir::Grant>(operation.body);
  if (asks && change.before && !made_.contains(change.key) && HasAnOwner(change.key.kind)) {
    needs_.changes.insert(change.key);
    if (change.key.kind == ObjectKind::kTable) ReadTable(operation);
  }
  if (asks && !change.before && change.after) Create(change.key, operation);
  made_.insert(change.key);
}

void NeedsReader::ReadTable(const ir::Operation& operation) {
  const auto is = [&]<class... Kinds>() { return (std::holds_alternative<Kinds>(operation.body) || ...); };
  if (is.operator()<ir::CreateIndex, ir::DropIndex>()) needs_.indexes = true;
  if (is.operator()<ir::DropTable>()) needs_.drops = true;
  if (is.operator()<ir::AlterTable, ir::RenameTable, ir::RenameIndex, ir::AlterEnum>()) needs_.alters = true;
}

void NeedsReader::Create(const ObjectKey& key, const ir::Operation& operation) {
  // A trigger takes a right on its table, which it shares with nothing else here.
  const bool in_a_schema =
      key.kind != ObjectKind::kSchema && key.kind != ObjectKind::kExtension && key.kind != ObjectKind::kTrigger;
  const bool in_its_own = made_.contains(ObjectKey{ObjectKind::kSchema, "", key.schema});
  if (IsRename(operation)) {
    if (in_a_schema && !in_its_own) needs_.renames_in.insert(key.schema);
    return;
  }
  needs_.creates.insert(key.kind);
  if (in_a_schema && !in_its_own) needs_.creates_in.insert(key.schema);
}

void NeedsReader::Read(const std::vector<Step>& steps) {
  for (const Step& step : steps) {
    for (const Change& change : step.changes) Read(change, step.operation);
  }
}

Needs NeedsOf(const std::vector<std::vector<Step>>& revisions) {
  NeedsReader reader;
  for (const std::vector<Step>& steps : revisions) reader.Read(steps);
  return std::move(reader).Take();
}

}  // namespace migc::catalog
