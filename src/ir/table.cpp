#include "migc/ir/table.h"

#include <algorithm>

#include "migc/base/overloaded.h"

namespace migc::ir {
namespace {

template <class T>
const T* FindByName(const std::vector<T>& all, const std::string& name) {
  if (name.empty()) return nullptr;  // what has no name yet is not found by it
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.name.text == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const Column* FindColumn(const Table& table, const std::string& name) { return FindByName(table.columns, name); }

const Constraint* FindConstraint(const Table& table, const std::string& name) { return FindByName(table.constraints, name); }

const Index* FindIndex(const Table& table, const std::string& name) { return FindByName(table.indexes, name); }

const Constraint* FindPrimaryKey(const Table& table) {
  const auto is_key = [](const Constraint& constraint) { return std::holds_alternative<PrimaryKey>(constraint.body); };
  const auto found = std::find_if(table.constraints.begin(), table.constraints.end(), is_key);
  return found == table.constraints.end() ? nullptr : &*found;
}

std::string_view KindName(const Constraint& constraint) {
  return std::visit(base::Overloaded{
                        [](const PrimaryKey&) -> std::string_view { return "primary key"; },
                        [](const Unique&) -> std::string_view { return "unique constraint"; },
                        [](const Check&) -> std::string_view { return "check constraint"; },
                        [](const ForeignKey&) -> std::string_view { return "foreign key"; },
                        [](const Exclude&) -> std::string_view { return "exclusion constraint"; },
                    },
                    constraint.body);
}

}  // namespace migc::ir
