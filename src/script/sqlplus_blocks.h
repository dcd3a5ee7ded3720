// Sqlplus blocks: the PL/SQL of a script for SQL*Plus that is not the revisions' own: settings, lock, guards, ledger, tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "script/tool.h"

namespace migc::script::sqlplus {

// One row for each step of a revision that is under way: revision, step, sha256, state (`started` or `done`).
inline constexpr std::string_view kStepTable = "migc_step";

// SELECT … INTO found: 1 when there is such a table, by its name in the dictionary.
std::string CountTables(const std::string& stored_name);
// Stops the script with a sentence, an expression of PL/SQL.
std::string Raise(std::string_view sentence);

// What literals and conversions of the statements rely on, whatever the session was set to.
std::string SessionBlock();
std::string LockBlock(const Context& context);
std::string UnlockBlock(const Context& context);
// `characters`: the script holds more than ASCII.
std::string ServerGuards(const Context& context, bool characters);

// Sets :migc_applied, the number of the script's revisions that an earlier run of it completed. A line with the script's digest
// comes between the two parts when it asks for one.
struct RowsGuard {
  std::string before;
  bool asks_digest = false;
  std::string after;
};
RowsGuard RowsGuardOf(const Context& context, bool needs_history);

// The block that runs one step, with five parameters: revision, step, SHA-256, statement, probe.
//
//   ledger says  |  what happens
//   nothing      |  `started` is written down, the statement runs, `done` is written down
//   done         |  nothing
//   started      |  a run was cut off: the probe tells whether the statement had its effect; without a probe a person must
//   another text |  stops: another script began this revision
//
// A statement that fails takes its `started` away again: Oracle leaves nothing of a failed statement, but for a text with a mistake
// in it, which becomes an object that is not valid (ORA-24344, "success with compilation error").
std::string StepBlock();
std::string RequireBlock(const Context& context, std::size_t position, std::string_view revision, std::size_t step,
                         std::string_view sha256, std::string_view query, std::string_view message);

struct TableText {
  std::string stored_name;  // as the dictionary has it
  std::string create;
};
TableText VersionTable(const Context& context);
TableText HistoryTable(const Context& context);
TableText StepTable();
// Creates those that are missing.
std::string MakeTables(const Context& context, const std::vector<TableText>& tables);

}  // namespace migc::script::sqlplus
