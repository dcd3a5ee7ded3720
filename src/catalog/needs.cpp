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

}  // namespace

void NeedsReader::Read(const Change& change, const ir::Operation& operation) {
  const bool by_script = made_.contains(change.key);
  if (change.before && !by_script && HasAnOwner(change.key.kind)) {
    needs_.changes.insert(change.key);
    if (change.key.kind == ObjectKind::kTable) ReadTable(operation);
  }
  if (!change.before && change.after) Create(change.key);
  made_.insert(change.key);
}

void NeedsReader::ReadTable(const ir::Operation& operation) {
  const auto is = [&]<class... Kinds>() { return (std::holds_alternative<Kinds>(operation.body) || ...); };
  if (is.operator()<ir::CreateIndex, ir::DropIndex>()) needs_.indexes = true;
  if (is.operator()<ir::DropTable>()) needs_.drops = true;
  if (is.operator()<ir::AlterTable, ir::RenameTable, ir::RenameIndex, ir::AlterEnum>()) needs_.alters = true;
}

void NeedsReader::Create(const ObjectKey& key) {
  needs_.creates.insert(key.kind);
  const bool in_a_schema = key.kind != ObjectKind::kSchema && key.kind != ObjectKind::kExtension;
  if (in_a_schema && !made_.contains(ObjectKey{ObjectKind::kSchema, "", key.schema})) needs_.creates_in.insert(key.schema);
}

void NeedsReader::Read(const std::vector<Step>& steps) {
  for (const Step& step : steps) {
    // What raw SQL does to the catalog is what its author says of it.
    for (const Change& change : step.changes) Read(change, step.operation);
  }
}

Needs NeedsOf(const std::vector<std::vector<Step>>& revisions) {
  NeedsReader reader;
  for (const std::vector<Step>& steps : revisions) reader.Read(steps);
  return std::move(reader).Take();
}

}  // namespace migc::catalog
