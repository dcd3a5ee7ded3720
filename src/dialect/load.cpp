// Reads a dialect's file and those it extends, and lays them over each other for one target version.
#include <algorithm>
#include <utility>

#include "dialect/facts.h"
#include "dialect/type_fact.h"
#include "migc/base/nearest.h"
#include "migc/base/text.h"

namespace migc::dialect {
namespace {

using diag::Kind;

void ReportUnknownDialect(std::string_view name, std::optional<source::Span> span, const Sources& sources, diag::Sink& sink) {
  std::vector<std::string> known;
  for (const auto& [each, buffer] : sources) known.push_back(each);
  diag::Diagnostic diagnostic = diag::Make(Kind::kDialectNotFound, span, name);
  const auto nearest = base::NearestName(name, known);
  diagnostic.help = nearest ? "did you mean \"" + *nearest + "\"?" : "known: " + base::Join(known, ", ");
  sink.Report(std::move(diagnostic));
}

// The dialect's own file first, its root last. Nothing when an error was reported.
std::optional<std::vector<Facts>> ReadLineage(std::string_view name, const Sources& sources, diag::Sink& sink) {
  std::vector<Facts> chain;
  std::string next(name);
  std::optional<source::Span> span;
  while (true) {
    const auto again = std::find_if(chain.begin(), chain.end(), [&](const Facts& facts) { return facts.name == next; });
    if (again != chain.end()) {
      std::vector<std::string> path;
      for (auto each = again; each != chain.end(); ++each) path.push_back(each->name);
      path.push_back(next);
      sink.Report(diag::Make(Kind::kDialectExtendsItself, span, next, base::Join(path, " -> ")));
      return std::nullopt;
    }
    const auto source = sources.find(next);
    if (source == sources.end()) {
      ReportUnknownDialect(next, span, sources, sink);
      return std::nullopt;
    }
    const auto root = ReadYaml(*source->second, sink);
    if (!root) return std::nullopt;
    chain.push_back(ReadFacts(next, *root, sink));
    if (!chain.back().extends) return chain;
    span = chain.back().extends_span;
    next = *chain.back().extends;
  }
}

// "18" is the newest: 18.2 is known too. What the range does not say does not count.
bool IsLater(const Version& version, const Version& newest) {
  if (newest.patch != 0) return version > newest;
  if (newest.minor != 0) return std::pair(version.major, version.minor) > std::pair(newest.major, newest.minor);
  return version.major > newest.major;
}

// What lies nearer to the root is laid first. `version` is the target in the numbering of this file.
void Lay(const Facts& facts, const Version& version, Dialect& dialect) {
  if (facts.title) dialect.title = *facts.title;
  if (facts.tool) dialect.tool = *facts.tool;
  if (facts.version_after) dialect.version_after = *facts.version_after;
  if (facts.quote) std::tie(dialect.quote_open, dialect.quote_close) = *facts.quote;
  if (facts.case_rule) dialect.case_rule = *facts.case_rule;
  if (facts.default_schema) dialect.default_schema = *facts.default_schema;
  if (facts.max_identifier) {
    dialect.max_identifier = *facts.max_identifier;
    dialect.identifier_in_characters = facts.identifier_in_characters;
  }
  for (const auto& [key, on] : facts.lexical) dialect.lexical.*LexicalKeys().find(key)->second = on;
  dialect.reserved.insert(facts.reserved.begin(), facts.reserved.end());
  for (const auto& [capability, fact] : facts.capabilities) {
    dialect.since.erase(capability);
    if (fact.since) dialect.since[capability] = *fact.since;
    if (fact.on && (!fact.since || *fact.since <= version)) {
      dialect.capabilities.insert(capability);
    } else {
      dialect.capabilities.erase(capability);
    }
  }
  for (const auto& [key, spellings] : facts.types) {
    for (const TypeFact& fact : spellings) {
      if (fact.since && *fact.since > version) continue;
      dialect.types.erase(key);
      if (fact.spelling) dialect.types[key] = *fact.spelling;
    }
  }
}

// What every dialect must say, itself or by what it extends.
void CheckComplete(const std::vector<Facts>& chain, diag::Sink& sink) {
  const auto lacks = [&](auto said, std::string_view key) {
    if (std::any_of(chain.begin(), chain.end(), said)) return;
    sink.Report(diag::Make(Kind::kDialectIncomplete, chain.front().span, chain.front().name, key));
  };
  lacks([](const Facts& facts) { return facts.title.has_value(); }, "title");
  lacks([](const Facts& facts) { return facts.oldest.has_value(); }, "versions: oldest");
  lacks([](const Facts& facts) { return facts.newest.has_value(); }, "versions: newest");
  lacks([](const Facts& facts) { return facts.tool.has_value(); }, "tool");
  lacks([](const Facts& facts) { return facts.quote.has_value(); }, "quote");
  lacks([](const Facts& facts) { return facts.case_rule.has_value(); }, "case");
  lacks([](const Facts& facts) { return facts.max_identifier.has_value(); }, "max_identifier");
  lacks([](const Facts& facts) { return !facts.types.empty(); }, "types");
}

// One capability says more about another, and is meaningless without it.
struct Implication {
  Capability said;
  Capability needed;
};
constexpr Implication kImplications[] = {
    {Capability::kOnlineIndexNoTransaction, Capability::kOnlineIndexes},
    {Capability::kAlterIdentity, Capability::kIdentity},
    {Capability::kColumnIfExists, Capability::kIfExists},
    {Capability::kRenameConstraint, Capability::kAlterConstraints},
};

void CheckConsistent(const Facts& facts, const Dialect& dialect, diag::Sink& sink) {
  if (dialect.oldest > dialect.newest) {
    sink.Report(diag::Make(Kind::kDialectContradiction, facts.span, "the oldest version is later than the newest"));
  }
  for (const auto& [capability, fact] : facts.capabilities) {
    if (fact.since && IsLater(*fact.since, dialect.newest)) {
      sink.Report(diag::Make(Kind::kDialectContradiction, fact.span,
                             std::string(KeyOf(capability)) + " begins after the newest version, " + Text(dialect.newest)));
    }
  }
  for (const Implication& rule : kImplications) {
    if (!dialect.Has(rule.said) || dialect.Has(rule.needed)) continue;
    const auto fact = facts.capabilities.find(rule.said);
    sink.Report(diag::Make(Kind::kDialectContradiction, fact == facts.capabilities.end() ? facts.span : fact->second.span,
                           std::string(KeyOf(rule.said)) + " without " + std::string(KeyOf(rule.needed))));
  }
  if (dialect.Has(Capability::kIndexNamesPerTable) && dialect.Has(Capability::kKeysAreNamedIndexes)) {
    sink.Report(diag::Make(Kind::kDialectContradiction, facts.span, "index_names_per_table and keys_are_named_indexes"));
  }
}

// The range that the nearest file of the lineage gives; versions of what it extends do not count once it has its own.
void TakeVersions(const std::vector<Facts>& chain, Dialect& dialect) {
  for (auto facts = chain.rbegin(); facts != chain.rend(); ++facts) {
    if (facts->oldest) dialect.oldest = *facts->oldest;
    if (facts->newest) dialect.newest = *facts->newest;
  }
}

void LayAll(const std::vector<Facts>& chain, Dialect& dialect) {
  // The version in the numbering of each file: `extends: postgres 13` fixes it for all that lie below.
  std::vector<Version> versions = {dialect.target};
  std::size_t foreign = 0;
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    if (chain[i].extends_version && foreign == 0) foreign = i + 1;
    versions.push_back(chain[i].extends_version.value_or(versions.back()));
  }
  for (std::size_t i = chain.size(); i-- > 0;) {
    Lay(chain[i], versions[i], dialect);
    // "Since 15" of PostgreSQL says nothing about the version of a dialect with numbers of its own.
    if (i == foreign && foreign != 0) dialect.since.clear();
  }
}

}  // namespace

std::optional<Dialect> LoadDialect(std::string_view name, std::optional<Version> target, const Sources& sources, diag::Sink& sink) {
  const std::size_t errors = sink.errors();
  const auto chain = ReadLineage(name, sources, sink);
  if (!chain) return std::nullopt;
  CheckComplete(*chain, sink);
  if (sink.errors() > errors) return std::nullopt;

  Dialect dialect;
  dialect.name = chain->front().name;
  for (const Facts& facts : *chain) dialect.lineage.push_back(facts.name);
  dialect.backend = dialect.lineage.back();
  TakeVersions(*chain, dialect);
  dialect.target = target.value_or(dialect.oldest);
  LayAll(*chain, dialect);
  CheckConsistent(chain->front(), dialect, sink);
  if (dialect.target < dialect.oldest || IsLater(dialect.target, dialect.newest)) {
    sink.Report(
        diag::Make(Kind::kDialectVersionRange, std::nullopt, dialect.title, Text(dialect.target), Text(dialect.oldest),
                   Text(dialect.newest))
            .WithHelp("give a version in that range; a later server mostly runs what is compiled for " + Text(dialect.newest)));
  }
  if (sink.errors() > errors) return std::nullopt;
  return dialect;
}

}  // namespace migc::dialect
