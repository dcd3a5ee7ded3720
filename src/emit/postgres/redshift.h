// Redshift: what Amazon Redshift refuses of PostgreSQL's beyond its capabilities, and what it is given in another form.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "migc/catalog/replay.h"
#include "migc/diag/sink.h"
#include "migc/dialect/dialect.h"

namespace migc::emit::postgres {

void CheckRedshift(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink);

// The size of the VARCHAR that the type is; nothing where it is none.
std::optional<std::uint32_t> VarcharSize(const ir::Type& type);

// Statements that no transaction can hold, or that end the one that they are in: "TRUNCATE"; else "".
std::string RedshiftOutsideOnly(const std::string& sql, const dialect::Dialect& dialect);

// The table with NOT NULL on each column of its primary key: "You can't add a primary-key constraint to a nullable column"
// (r_ALTER_TABLE), and CREATE TABLE says nothing of it.
ir::Table WithKeysNotNull(ir::Table table);

// The constraints of the table that a column takes part in: DROP COLUMN leaves none of them out by itself (r_ALTER_TABLE,
// RESTRICT).
std::vector<ir::Identifier> ConstraintsOver(const catalog::Step& step, const ir::Name& table, const std::string& column);

}  // namespace migc::emit::postgres
