#include "migc/catalog/catalog.h"

#include <algorithm>

#include "catalog/expressions.h"
#include "catalog/words.h"
#include "migc/base/text.h"

namespace migc::catalog {
namespace {

std::vector<ObjectKey> ToVector(const std::set<ObjectKey>& keys) { return {keys.begin(), keys.end()}; }

template <class K>
std::vector<ObjectKey> KeysAt(const std::map<K, std::set<ObjectKey>>& all, const K& key) {
  const auto found = all.find(key);
  return found == all.end() ? std::vector<ObjectKey>{} : ToVector(found->second);
}

template <class K>
void Remove(std::map<K, std::set<ObjectKey>>& all, const K& at, const ObjectKey& key) {
  const auto found = all.find(at);
  if (found == all.end()) return;
  found->second.erase(key);
  if (found->second.empty()) all.erase(found);
}

template <class T>
void Sort(std::vector<T>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

}  // namespace

// What the look-ups hold about one object; each list sorted, without doubles.
struct Catalog::Links {
  std::vector<ObjectKey> references;
  std::vector<ObjectKey> enums;
  std::vector<ObjectKey> sequences;
  std::vector<ObjectKey> trigger_of;
  std::vector<ScopedName> indexes;
  std::vector<ScopedName> constraints;
  std::set<std::string> words;
  friend bool operator==(const Links&, const Links&) = default;
};

std::string Catalog::Fold(const std::string& name) const { return rules_.case_insensitive_names ? base::LowerAscii(name) : name; }

ObjectKey Catalog::KeyOf(ObjectKind kind, const ir::Name& name) const {
  std::string schema = Fold(name.schema);
  if (schema == Fold(rules_.default_schema)) schema.clear();
  return {kind, std::move(schema), Fold(name.name)};
}

ObjectKey Catalog::KeyOf(const ir::Routine& routine) const {
  ObjectKey key = KeyOf(routine.kind == ir::RoutineKind::kView               ? ObjectKind::kView
                        : routine.kind == ir::RoutineKind::kMaterializedView ? ObjectKind::kMaterializedView
                        : routine.kind == ir::RoutineKind::kFunction         ? ObjectKind::kFunction
                        : routine.kind == ir::RoutineKind::kProcedure        ? ObjectKind::kProcedure
                                                                             : ObjectKind::kTrigger,
                        routine.name);
  if (routine.kind == ir::RoutineKind::kTrigger) {
    // A trigger lives with its table, in whichever schema that is.
    const ObjectKey table = KeyOf(ObjectKind::kTable, routine.table);
    key.schema = table.schema;
    key.name += " on " + table.name;
  } else if (routine.arguments) {
    std::vector<std::string> arguments;
    for (const ir::Type& type : *routine.arguments) arguments.push_back(ir::Describe(type));
    key.name += "(" + base::Join(arguments, ", ") + ")";
  }
  return key;
}

ObjectPtr Catalog::Find(const ObjectKey& key) const {
  const auto found = objects_.find(key);
  return found == objects_.end() ? nullptr : found->second;
}

const Table* Catalog::FindTable(const ir::Name& name) const {
  const auto found = objects_.find(KeyOf(ObjectKind::kTable, name));
  return found == objects_.end() ? nullptr : std::get_if<Table>(found->second.get());
}

const Enum* Catalog::FindEnum(const ir::Name& name) const {
  const auto found = objects_.find(KeyOf(ObjectKind::kEnum, name));
  return found == objects_.end() ? nullptr : std::get_if<Enum>(found->second.get());
}

std::vector<ObjectKey> Catalog::ReferencedBy(const ObjectKey& table) const { return KeysAt(referenced_by_, table); }

std::vector<ObjectKey> Catalog::UsersOf(const ObjectKey& enum_key) const { return KeysAt(enum_users_, enum_key); }

std::vector<ObjectKey> Catalog::UsersOfSequence(const ObjectKey& sequence) const { return KeysAt(sequence_users_, sequence); }

std::vector<ObjectKey> Catalog::TriggersOf(const ObjectKey& table) const { return KeysAt(triggers_, table); }

std::vector<ObjectKey> Catalog::RoutinesThatName(const std::string& name) const {
  if (IsWord(name)) return KeysAt(routine_words_, base::LowerAscii(name));
  std::vector<ObjectKey> keys;
  for (const auto& [key, object] : objects_) {
    const auto* routine = std::get_if<ir::Routine>(object.get());
    if (routine != nullptr && routine->text && Mentions(*routine->text, name)) keys.push_back(key);
  }
  return keys;
}

std::vector<ObjectKey> Catalog::TablesOfIndex(const ir::Name& index) const {
  const ObjectKey key = KeyOf(ObjectKind::kTable, index);
  return KeysAt(index_tables_, ScopedName(key.schema, key.name));
}

std::vector<ObjectKey> Catalog::TablesOfConstraint(const ir::Name& constraint) const {
  const ObjectKey key = KeyOf(ObjectKind::kTable, constraint);
  return KeysAt(constraint_tables_, ScopedName(key.schema, key.name));
}

std::optional<ObjectKey> Catalog::TableOfIndex(const ir::Name& index) const {
  const std::vector<ObjectKey> tables = TablesOfIndex(index);
  return tables.size() == 1 ? std::optional(tables.front()) : std::nullopt;
}

std::vector<ObjectKey> Catalog::Overloads(ObjectKind kind, const ir::Name& name) const {
  const ObjectKey key = KeyOf(kind, name);
  std::vector<ObjectKey> keys;
  if (objects_.contains(key)) keys.push_back(key);
  const std::string prefix = key.name + "(";
  for (auto at = objects_.lower_bound({kind, key.schema, prefix}); at != objects_.end(); ++at) {
    if (at->first.kind != kind || at->first.schema != key.schema || !at->first.name.starts_with(prefix)) break;
    keys.push_back(at->first);
  }
  return keys;
}

Catalog::Links Catalog::LinksOf(const ObjectKey& key, const Object* object) const {
  Links links;
  if (object == nullptr) return links;
  if (const auto* routine = std::get_if<ir::Routine>(object)) {
    if (routine->text) links.words = WordsOf(*routine->text);
    if (routine->kind == ir::RoutineKind::kTrigger) links.trigger_of.push_back(KeyOf(ObjectKind::kTable, routine->table));
  }
  const auto* table = std::get_if<Table>(object);
  if (table == nullptr) return links;
  for (const ir::Column& column : table->definition.columns) {
    if (column.type.kind == ir::TypeKind::kNamed) links.enums.push_back(KeyOf(ObjectKind::kEnum, column.type.name));
    if (!column.default_value) continue;
    ForEachSequenceName(*column.default_value, [&](const std::string& text) {
      links.sequences.push_back(KeyOf(ObjectKind::kSequence, SequenceNamed(text)));
    });
  }
  for (const ir::Constraint& constraint : table->definition.constraints) {
    links.constraints.emplace_back(key.schema, Fold(constraint.name.text));
    const auto* foreign = std::get_if<ir::ForeignKey>(&constraint.body);
    if (foreign == nullptr) continue;
    ObjectKey target = KeyOf(ObjectKind::kTable, foreign->table);
    if (target != key) links.references.push_back(std::move(target));
  }
  for (const ir::Index& index : table->definition.indexes) links.indexes.emplace_back(key.schema, Fold(index.name.text));
  Sort(links.references);
  Sort(links.enums);
  Sort(links.sequences);
  Sort(links.indexes);
  Sort(links.constraints);
  return links;
}

void Catalog::Link(const ObjectKey& key, const Links& links) {
  for (const ObjectKey& target : links.references) referenced_by_[target].insert(key);
  for (const ObjectKey& used : links.enums) enum_users_[used].insert(key);
  for (const ObjectKey& used : links.sequences) sequence_users_[used].insert(key);
  for (const ObjectKey& table : links.trigger_of) triggers_[table].insert(key);
  for (const ScopedName& name : links.indexes) index_tables_[name].insert(key);
  for (const ScopedName& name : links.constraints) constraint_tables_[name].insert(key);
  for (const std::string& word : links.words) routine_words_[word].insert(key);
}

void Catalog::Unlink(const ObjectKey& key, const Links& links) {
  for (const ObjectKey& target : links.references) Remove(referenced_by_, target, key);
  for (const ObjectKey& used : links.enums) Remove(enum_users_, used, key);
  for (const ObjectKey& used : links.sequences) Remove(sequence_users_, used, key);
  for (const ObjectKey& table : links.trigger_of) Remove(triggers_, table, key);
  for (const ScopedName& name : links.indexes) Remove(index_tables_, name, key);
  for (const ScopedName& name : links.constraints) Remove(constraint_tables_, name, key);
  for (const std::string& word : links.words) Remove(routine_words_, word, key);
}

void Catalog::Set(const ObjectKey& key, ObjectPtr object) {
  const auto found = objects_.find(key);
  const Links before = LinksOf(key, found == objects_.end() ? nullptr : found->second.get());
  const Links after = LinksOf(key, object.get());
  if (before != after) {
    Unlink(key, before);
    Link(key, after);
  }
  if (key.kind == ObjectKind::kSchema) {
    if (object != nullptr) {
      dropped_schemas_.erase(key.name);
    } else if (found != objects_.end()) {
      dropped_schemas_.insert(key.name);
    }
  }
  if (object == nullptr) {
    if (found != objects_.end()) objects_.erase(found);
  } else if (found != objects_.end()) {
    found->second = std::move(object);
  } else {
    objects_.emplace(key, std::move(object));
  }
}

bool operator==(const Catalog& a, const Catalog& b) {
  const auto same = [](const auto& x, const auto& y) {
    return x.first == y.first && (x.second == y.second || SameObject(*x.second, *y.second));
  };
  return std::equal(a.objects_.begin(), a.objects_.end(), b.objects_.begin(), b.objects_.end(), same);
}

void Catalog::RememberRawSql(std::string text, ir::Origin origin) {
  const auto number = static_cast<std::uint32_t>(raw_sql_.size());
  for (const std::string& word : WordsOf(text)) raw_sql_words_[word].push_back(number);
  raw_sql_.emplace_back(base::LowerAscii(text), origin);
}

std::optional<ir::Origin> Catalog::FindMention(const std::string& name, const std::string& beside) const {
  const auto fits = [&](const std::string& text) { return beside.empty() || Mentions(text, beside); };
  if (IsWord(name)) {
    const auto found = raw_sql_words_.find(base::LowerAscii(name));
    if (found == raw_sql_words_.end()) return std::nullopt;
    for (const std::uint32_t number : found->second) {
      if (fits(raw_sql_[number].first)) return raw_sql_[number].second;
    }
    return std::nullopt;
  }
  for (const auto& [text, origin] : raw_sql_) {
    if (Mentions(text, name) && fits(text)) return origin;
  }
  return std::nullopt;
}

void Catalog::RememberRefused(const std::string& name) { refused_.insert(base::LowerAscii(name)); }

bool Catalog::WasRefused(const std::string& name) const { return refused_.contains(base::LowerAscii(name)); }

}  // namespace migc::catalog
