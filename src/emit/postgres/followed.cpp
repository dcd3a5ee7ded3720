#include "emit/postgres/followed.h"

#include <utility>

#include "migc/dialect/lineage.h"
#include "migc/emit/sql_writer.h"

namespace migc::emit::postgres {

using dialect::Capability;

ir::CreateIndex Followed(ir::CreateIndex create, const dialect::Dialect& dialect) {
  ir::Index& index = create.index;
  // CockroachDB makes and drops every index so: CONCURRENTLY is a word without effect ("CREATE INDEX", "DROP INDEX").
  if (!dialect.Has(Capability::kOnlineIndexes) || dialect::IsCockroachdb(dialect)) create.online = false;
  if (!dialect.Has(Capability::kIndexInclude)) index.include.clear();
  if (!dialect.Has(Capability::kIndexMethods)) index.method.clear();
  for (ir::IndexKey& key : index.keys) {
    if (!dialect.Has(Capability::kDescendingIndexes)) key.order = ir::SortOrder::kUnspecified;
    if (!dialect.Has(Capability::kIndexNullsOrder)) key.nulls = ir::NullsOrder::kUnspecified;
  }
  return create;
}

ir::DropIndex Followed(ir::DropIndex drop, const dialect::Dialect& dialect) {
  if (!dialect.Has(Capability::kOnlineIndexes) || !dialect.Has(Capability::kOnlineIndexDrop) || dialect::IsCockroachdb(dialect)) {
    drop.online = false;
  }
  return drop;
}

bool CountsBySequence(const ir::Column& column, const dialect::Dialect& dialect) {
  return column.identity && !dialect.Has(Capability::kIdentity);
}

ir::Name SequenceOf(const ir::Name& table, const std::string& column) {
  return {table.schema, table.name + "_" + column + "_seq", {}};
}

ir::Column Followed(ir::Column column, const ir::Name& table, const dialect::Dialect& dialect) {
  if (!CountsBySequence(column, dialect)) return column;
  ir::Expr call;
  call.kind = ir::ExprKind::kCall;
  call.text = "nextval";
  call.operands.emplace_back();
  call.operands.back().kind = ir::ExprKind::kString;
  call.operands.back().text = QuoteName(dialect, SequenceOf(table, column.name.text));
  column.default_value = std::move(call);
  column.identity.reset();
  column.not_null = true;
  return column;
}

}  // namespace migc::emit::postgres
