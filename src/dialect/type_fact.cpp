#include "dialect/type_fact.h"

#include <algorithm>
#include <charconv>

#include "migc/base/nearest.h"
#include "migc/base/text.h"

namespace migc::dialect {
namespace {

std::string KeyFor(std::string_view keyword) {
  std::string key(keyword);
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

// "TIMESTAMP(n) WITH TIME ZONE": the length stands where `(n)` does; without it a length that was written is dropped.
TypeSpelling ParseSpelling(const std::string& text) {
  TypeSpelling spelling;
  const std::size_t place = text.find("(n");
  const std::size_t close = place == std::string::npos ? place : text.find(')', place);
  if (close == std::string::npos) {
    spelling.before = text;
    spelling.takes_length = false;
    return spelling;
  }
  spelling.before = text.substr(0, place);
  spelling.unit = text.substr(place + 2, close - place - 2);
  spelling.after = text.substr(std::min(text.find_first_not_of(' ', close + 1), text.size()));
  return spelling;
}

void ReportValue(diag::Sink& sink, const YamlNode& node, const std::string& key, const std::string& wanted) {
  sink.Report(diag::Make(diag::Kind::kDialectValue, node.span, key, wanted));
}

void ReadEntry(const YamlEntry& entry, TypeFact& fact, TypeSpelling& rest, diag::Sink& sink) {
  const std::string& text = entry.value.text;
  if (entry.key == "spelling") {
    fact.spelling = ParseSpelling(text);
    if (text.empty()) ReportValue(sink, entry.value, entry.key, "a type's name");
  } else if (entry.key == "plain") {
    rest.without_length = text;
  } else if (entry.key == "note") {
    rest.note = text;
  } else if (entry.key == "max") {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rest.max_length);
    if (error != std::errc() || end != text.data() + text.size()) ReportValue(sink, entry.value, entry.key, "a number");
  } else if (entry.key == "since") {
    fact.since = ParseVersion(text);
    if (!fact.since) ReportValue(sink, entry.value, entry.key, "a version");
  } else {
    const std::vector<std::string> known = {"max", "note", "plain", "since", "spelling"};
    diag::Diagnostic diagnostic = diag::Make(diag::Kind::kDialectUnknownKey, entry.key_span, "key", entry.key);
    const auto nearest = base::NearestName(entry.key, known);
    diagnostic.help = nearest ? "did you mean \"" + *nearest + "\"?" : "known: " + base::Join(known, ", ");
    sink.Report(std::move(diagnostic));
  }
}

TypeFact ReadOne(const std::string& key, const YamlNode& node, diag::Sink& sink) {
  TypeFact fact;
  if (node.kind == YamlKind::kScalar && !node.text.empty()) {
    if (node.text != "false") fact.spelling = ParseSpelling(node.text);
    return fact;
  }
  if (node.kind != YamlKind::kMap) {
    ReportValue(sink, node, key, "a spelling like VARCHAR(n), false, or a map with `spelling:`");
    return fact;
  }
  TypeSpelling rest;
  for (const YamlEntry& entry : node.entries) ReadEntry(entry, fact, rest, sink);
  if (!fact.spelling) {
    ReportValue(sink, node, key, "a `spelling:`");
    return fact;
  }
  fact.spelling->without_length = rest.without_length;
  fact.spelling->note = rest.note;
  fact.spelling->max_length = rest.max_length;
  return fact;
}

}  // namespace

std::vector<std::string> TypeKeys() {
  std::vector<std::string> keys;
  for (const ir::TypeKind kind : ir::AllTypeKinds()) {
    const std::string_view keyword = ir::KeywordOf(kind);
    if (keyword.empty()) continue;
    keys.push_back(KeyFor(keyword));
    if (kind == ir::TypeKind::kTimestamp) keys.push_back(KeyFor(keyword) + "_tz");
  }
  return keys;
}

std::string TypeKeyOf(const ir::Type& type) {
  std::string key = KeyFor(ir::KeywordOf(type.kind));
  return type.kind == ir::TypeKind::kTimestamp && type.with_time_zone ? key + "_tz" : key;
}

std::vector<TypeFact> ReadTypeFacts(const std::string& key, const YamlNode& node, diag::Sink& sink) {
  std::vector<TypeFact> facts;
  if (node.kind != YamlKind::kList || node.items.empty()) return {ReadOne(key, node, sink)};
  for (const YamlNode& item : node.items) facts.push_back(ReadOne(key, item, sink));
  return facts;
}

}  // namespace migc::dialect
