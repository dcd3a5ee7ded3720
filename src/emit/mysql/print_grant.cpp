// Privileges. They are kept by the name of their table, and not with it: a table that is dropped leaves them to the next one of its
// name, and one that is renamed leaves them behind (MySQL 8.4 manual, "DROP TABLE Statement" and "RENAME TABLE Statement":
// "Any privileges granted specifically for the renamed table … are not migrated to the new name. They must be changed manually.").
#include <algorithm>
#include <map>

#include "emit/mysql/print.h"
#include "emit/mysql/probe.h"
#include "migc/base/text.h"
#include "migc/dialect/lineage.h"

namespace migc::emit::mysql {
namespace {

const catalog::Table* TableBefore(const catalog::Step& step, const ir::Name& name) {
  for (const catalog::Change& change : step.changes) {
    const auto* table = change.before ? std::get_if<catalog::Table>(change.before.get()) : nullptr;
    if (table == nullptr || table->definition.name.name != name.name) continue;
    const std::string& schema = table->definition.name.schema;
    if (schema == name.schema || schema.empty() || name.schema.empty()) return table;
  }
  return nullptr;
}

void PrintAll(Printer& printer, const ir::Name& holder, const ir::Name& table, bool revoke) {
  const catalog::Table* before = TableBefore(printer.step(), holder);
  if (before == nullptr) return;
  std::map<std::string, std::vector<std::string>> by_role;
  for (const catalog::Privilege& one : before->privileges) by_role[one.role].push_back(one.privilege);
  const std::string summary = printer.summary();
  for (const auto& [role, privileges] : by_role) {
    const ir::Grant grant{revoke, privileges, table, {ir::Identifier(role)}};
    printer.Describe((revoke ? "what is granted on it stays with its name: revoke on " : "grant again on ") + table.Text(), {});
    PrintGrant(printer, grant);
  }
  printer.Describe(summary, printer.step().operation.origin);
}

// Whether TiDB fills information_schema.table_privileges, its documentation leaves open.
bool CanBeAsked(const ir::Grant& grant, const dialect::Dialect& dialect) {
  const bool known =
      std::ranges::none_of(grant.privileges, [](const std::string& privilege) { return privilege.starts_with("all"); });
  const bool named = std::ranges::none_of(grant.roles, [](const ir::Identifier& role) { return role.text == "current_user"; });
  return known && named && !dialect::IsTidb(dialect);
}

}  // namespace

// 'auditor'@'%'; a role is named in the same way.
void PrintGrant(Printer& printer, const ir::Grant& grant) {
  std::vector<std::string> privileges;
  for (const std::string& privilege : grant.privileges) privileges.push_back(base::UpperAscii(privilege));
  SqlWriter out = printer.Writer();
  out.Keyword(grant.revoke ? "REVOKE" : "GRANT");
  out.Keyword(base::Join(privileges, ", ")).Keyword("ON TABLE").Name(grant.table).Keyword(grant.revoke ? "FROM" : "TO");
  for (std::size_t i = 0; i < grant.roles.size(); ++i) {
    if (i > 0) out.Comma();
    const std::string& role = grant.roles[i].text;
    role == "current_user" ? out.Keyword("CURRENT_USER") : out.Name(role);
  }
  std::string probe(kHarmlessTwice);
  if (grant.revoke) probe = CanBeAsked(grant, printer.dialect()) ? ProbeRevoked(printer.dialect(), grant) : "";
  printer.Add(out, probe);
}

void PrintRevokeAll(Printer& printer, const ir::Name& table) { PrintAll(printer, table, table, true); }

void PrintGrantAgain(Printer& printer, const ir::Name& from, const ir::Name& to) { PrintAll(printer, from, to, false); }

}  // namespace migc::emit::mysql
