#include "catalog/creation.h"

#include <map>

#include "migc/base/overloaded.h"
#include "migc/ir/dump.h"

namespace migc::catalog {
namespace {

ir::Operation Of(ir::Operation::Body body) { return {std::move(body), false, {}, {}}; }

}  // namespace

std::vector<ir::Operation> GrantOperations(const ir::Name& table, const std::set<Privilege>& privileges, bool revoke) {
  std::map<std::string, std::vector<std::string>> by_role;
  for (const Privilege& one : privileges) by_role[one.role].push_back(one.privilege);
  std::map<std::vector<std::string>, std::vector<ir::Identifier>> alike;
  for (const auto& [role, list] : by_role) alike[list].emplace_back(role);
  std::vector<ir::Operation> operations;
  for (const auto& [list, roles] : alike) operations.push_back(Of(ir::Grant{revoke, list, table, roles}));
  return operations;
}

std::vector<ir::Operation> CreatingOperations(const Object& object) {
  return std::visit(base::Overloaded{
                        [](const Table& table) {
                          std::vector<ir::Operation> all = {Of(ir::CreateTable{table.definition, false})};
                          for (ir::Operation& grant : GrantOperations(table.definition.name, table.privileges, false)) {
                            all.push_back(std::move(grant));
                          }
                          return all;
                        },
                        [](const Enum& one) {
                          return std::vector{Of(ir::CreateEnum{one.name, one.values, false})};
                        },
                        [](const Sequence& one) {
                          return std::vector{Of(ir::CreateSequence{one.name, one.options, false})};
                        },
                        [](const Schema& one) {
                          return std::vector{Of(ir::CreateSchema{one.name, false})};
                        },
                        [](const Extension& one) {
                          return std::vector{Of(ir::CreateExtension{one.name, false})};
                        },
                        [](const ir::Routine& one) { return std::vector{Of(ir::Define{one})}; },
                    },
                    object);
}

std::string Dump(const Catalog& catalog) {
  std::string text;
  for (const auto& [key, object] : catalog.objects()) {
    for (const ir::Operation& operation : CreatingOperations(*object)) text += ir::Dump(operation);
  }
  return text;
}

}  // namespace migc::catalog
