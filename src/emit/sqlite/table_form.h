// TableForm: a table as SQLite can hold it: enums are checked VARCHARs, an identity is the row's number, names are bare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "migc/emit/print.h"
#include "migc/ir/table.h"

namespace migc::emit::sqlite {

struct ColumnForm {
  ir::Column column;
  std::vector<ir::Constraint> constraints;  // written behind the column: an enum's values, the key that counts
  bool autoincrement = false;               // its primary key is among `constraints`, where alone SQLite takes AUTOINCREMENT
};

struct TableForm {
  std::string name;
  std::vector<ColumnForm> columns;
  std::vector<ir::Constraint> constraints;
  std::vector<std::string> options;
};

TableForm FormOf(const ir::Table& table, const Enums& enums);
// One column of the table, as FormOf writes it.
ColumnForm FormOf(const ir::Column& column, const ir::Table& table, const Enums& enums);

// True when the two are written alike: what SQLite has no place for makes no difference.
bool SameForm(const TableForm& a, const TableForm& b);

// `main.t` and `t` are one table, but a foreign key or the table of an index may only be called `t`.
bool IsMain(std::string_view schema);
ir::Name Bare(const ir::Name& name);

// `account.balance` in a check of account: while it is rebuilt the table is called otherwise, and an index takes no such name at
// all.
void DropQualifier(ir::Expr& expr, const std::string& table);

// SQLite compares names without regard to the case of ASCII letters.
bool SameName(std::string_view a, std::string_view b);
const ir::Column* FindColumnNamed(const ir::Table& table, std::string_view name);
const catalog::Enum* FindEnumNamed(const Enums& enums, const ir::Name& name);

// The one column of the primary key, or null.
const ir::Column* SingleKeyColumn(const ir::Table& table);
// `identity always`, or one that starts elsewhere than at 1, needs the memory that AUTOINCREMENT gives (sqlite_sequence).
bool NeedsAutoincrement(const ir::Column& column);

}  // namespace migc::emit::sqlite
