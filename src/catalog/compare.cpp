// Comparison of objects as a database would tell them apart, and in words.
#include <fmt/format.h>

#include <algorithm>

#include "catalog/creation.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"
#include "migc/catalog/catalog.h"
#include "migc/ir/dump.h"

namespace migc::catalog {
namespace {

// Without what holds anyway: a sequence counts up by one from its lower end, keeps one value ready and does not begin again.
ir::SequenceOptions Plain(ir::SequenceOptions options) {
  const bool ascending = options.increment.value_or(1) > 0;
  if (options.increment == 1) options.increment.reset();
  if (options.cycle == false) options.cycle.reset();
  if (options.cache == 1) options.cache.reset();
  options.no_min_value = false;
  options.no_max_value = false;
  options.restart.reset();
  if (ascending && options.min_value == 1) options.min_value.reset();
  if (!ascending && options.max_value == -1) options.max_value.reset();
  const std::int64_t first = ascending ? options.min_value.value_or(1) : options.max_value.value_or(-1);
  if (options.start == first) options.start.reset();
  return options;
}

ir::Column Plain(ir::Column column) {
  if (column.identity) column.identity->options = Plain(column.identity->options);
  column.renamed_from.reset();
  return column;
}

ir::Index Plain(ir::Index index) {
  index.renamed_from.reset();
  std::sort(index.options.begin(), index.options.end());
  return index;
}

const ir::Constraint& Plain(const ir::Constraint& constraint) { return constraint; }

template <class T>
std::vector<const T*> ByName(const std::vector<T>& all) {
  std::vector<const T*> sorted;
  sorted.reserve(all.size());
  for (const T& one : all) sorted.push_back(&one);
  std::sort(sorted.begin(), sorted.end(), [](const T* a, const T* b) { return a->name.text < b->name.text; });
  return sorted;
}

template <class T>
bool SameSet(const std::vector<T>& a, const std::vector<T>& b) {
  if (a.size() != b.size()) return false;
  const auto left = ByName(a);
  const auto right = ByName(b);
  return std::equal(left.begin(), left.end(), right.begin(),
                    [](const T* x, const T* y) { return *x == *y || Plain(*x) == Plain(*y); });
}

std::vector<std::string> Sorted(std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  return values;
}

bool Same(const Table& a, const Table& b) {
  const ir::Table& x = a.definition;
  const ir::Table& y = b.definition;
  return x.name == y.name && x.comment == y.comment && a.privileges == b.privileges && Sorted(x.options) == Sorted(y.options) &&
         SameSet(x.columns, y.columns) && SameSet(x.constraints, y.constraints) && SameSet(x.indexes, y.indexes);
}

// One column, constraint or index as ir::Dump writes it.
std::string LineOf(ir::Table holder) {
  const std::string text = ir::Dump(holder);
  const auto lines = base::SplitLines(text);
  if (lines.size() < 2) return {};
  const std::string_view line = lines[1];
  return std::string(line.substr(std::min(line.find_first_not_of(' '), line.size())));
}
std::string LineOf(const ir::Column& column) {
  ir::Table holder;
  holder.columns = {column};
  return LineOf(std::move(holder));
}
std::string LineOf(const ir::Constraint& constraint) {
  ir::Table holder;
  holder.constraints = {constraint};
  return LineOf(std::move(holder));
}
std::string LineOf(const ir::Index& index) {
  ir::Table holder;
  holder.indexes = {index};
  return LineOf(std::move(holder));
}

template <class T>
void CompareParts(std::vector<std::string>& lines, const std::string& table, const std::string& kind, const std::vector<T>& before,
                  const std::vector<T>& after) {
  const auto find = [](const std::vector<T>& all, const T& one) {
    return std::find_if(all.begin(), all.end(), [&](const T& other) { return other.name.text == one.name.text; });
  };
  for (const T* one : ByName(before)) {
    const auto other = find(after, *one);
    if (other == after.end()) {
      lines.push_back(fmt::format("{} \"{}\" of {} is missing", kind, one->name.text, table));
    } else if (!(Plain(*one) == Plain(*other))) {
      lines.push_back(fmt::format("{} \"{}\" of {} was `{}`, is `{}`", kind, one->name.text, table, LineOf(*one), LineOf(*other)));
    }
  }
  for (const T* one : ByName(after)) {
    if (find(before, *one) == before.end()) {
      lines.push_back(fmt::format("{} \"{}\" of {} is left over", kind, one->name.text, table));
    }
  }
}

std::vector<std::string> DescribeTables(const std::string& name, const Table& before, const Table& after) {
  std::vector<std::string> lines;
  CompareParts(lines, name, "column", before.definition.columns, after.definition.columns);
  CompareParts(lines, name, "constraint", before.definition.constraints, after.definition.constraints);
  CompareParts(lines, name, "index", before.definition.indexes, after.definition.indexes);
  if (before.definition.comment != after.definition.comment) lines.push_back("the comment of " + name + " differs");
  if (Sorted(before.definition.options) != Sorted(after.definition.options)) lines.push_back("the options of " + name + " differ");
  if (before.privileges != after.privileges) lines.push_back("the privileges on " + name + " differ");
  if (lines.empty()) lines.push_back(name + " differs");
  return lines;
}

}  // namespace

bool SameObject(const Object& a, const Object& b) {
  if (a.index() != b.index()) return false;
  return std::visit(base::Overloaded{
                        [&](const Table& one) { return Same(one, std::get<Table>(b)); },
                        [&](const Enum& one) { return one == std::get<Enum>(b); },
                        [&](const Sequence& one) {
                          const auto& other = std::get<Sequence>(b);
                          return one.name == other.name && Plain(one.options) == Plain(other.options);
                        },
                        [&](const Schema& one) { return one == std::get<Schema>(b); },
                        [&](const Extension& one) { return one == std::get<Extension>(b); },
                        [&](const ir::Routine& one) { return one == std::get<ir::Routine>(b); },
                    },
                    a);
}

std::string_view KindName(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::kSchema:
      return "schema";
    case ObjectKind::kExtension:
      return "extension";
    case ObjectKind::kEnum:
      return "enum";
    case ObjectKind::kSequence:
      return "sequence";
    case ObjectKind::kTable:
      return "table";
    case ObjectKind::kView:
      return "view";
    case ObjectKind::kMaterializedView:
      return "materialized view";
    case ObjectKind::kFunction:
      return "function";
    case ObjectKind::kProcedure:
      return "procedure";
    case ObjectKind::kTrigger:
      return "trigger";
  }
  return "";
}

std::string Describe(const ObjectKey& key) {
  return fmt::format("{} \"{}{}{}\"", KindName(key.kind), key.schema, key.schema.empty() ? "" : ".", key.name);
}

std::vector<std::string> DescribeDifferences(const ObjectKey& key, const ObjectPtr& before, const ObjectPtr& after) {
  const std::string name = Describe(key);
  if (before == nullptr && after == nullptr) return {};
  if (before == nullptr) return {name + " is left over"};
  if (after == nullptr) return {name + " is missing"};
  if (SameObject(*before, *after)) return {};
  const auto* one = std::get_if<Table>(before.get());
  const auto* other = std::get_if<Table>(after.get());
  if (one != nullptr && other != nullptr) return DescribeTables(name, *one, *other);
  return {name + " differs"};
}

}  // namespace migc::catalog
