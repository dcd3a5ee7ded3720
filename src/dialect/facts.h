// Facts: what one dialect file says, read and checked, before it is laid over what it extends.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dialect/yaml_tree.h"
#include "migc/dialect/dialect.h"

namespace migc::dialect {

// A capability's value: never, always, or from a version on.
struct CapabilityFact {
  bool on = false;
  std::optional<Version> since;
  source::Span span;
};

// One spelling of a type, from `since` on; nothing: the type is taken away from what the dialect extends.
struct TypeFact {
  std::optional<Version> since;
  std::optional<TypeSpelling> spelling;
};

struct Facts {
  std::string name;
  source::Span span;
  std::optional<std::string> title;
  std::optional<std::string> extends;
  std::optional<Version> extends_version;
  source::Span extends_span;
  std::optional<Version> oldest;
  std::optional<Version> newest;
  std::optional<Tool> tool;
  std::optional<std::string> version_after;
  std::optional<std::pair<char, char>> quote;
  std::optional<CaseRule> case_rule;
  std::optional<std::size_t> max_identifier;
  bool identifier_in_characters = false;
  std::optional<std::string> default_schema;
  std::map<std::string, bool, std::less<>> lexical;
  std::set<std::string, std::less<>> reserved;
  std::map<Capability, CapabilityFact> capabilities;
  std::map<std::string, std::vector<TypeFact>, std::less<>> types;
};

// The members of Lexical by their key in YAML.
const std::map<std::string, bool Lexical::*, std::less<>>& LexicalKeys();

// Reports unknown keys, with a suggestion, and values that are not what the key takes.
Facts ReadFacts(const std::string& name, const YamlNode& root, diag::Sink& sink);

}  // namespace migc::dialect
