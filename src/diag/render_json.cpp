#include <nlohmann/json.hpp>
#include <set>

#include "migc/diag/render.h"

namespace migc::diag {
namespace {

// Keys in the order they are put in: the same bytes every time, and the reader's order.
using Json = nlohmann::ordered_json;

std::string Serialise(const Json& json) {
  // A name that is not UTF-8 must not stop the report.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void AddPlace(Json& json, const std::optional<source::Span>& span, const source::Buffers& buffers) {
  if (!span) {
    for (const char* key : {"path", "line", "column", "end_line", "end_column"}) json[key] = nullptr;
    return;
  }
  const auto& buffer = buffers.Get(span->file);
  auto begin = buffer.Locate(span->begin);
  auto end = buffer.Locate(span->end);
  json["path"] = buffer.path();
  json["line"] = begin.line;
  json["column"] = begin.column;
  json["end_line"] = end.line;
  json["end_column"] = end.column;
}

const char* SeverityWord(Severity severity) { return severity == Severity::kError ? "error" : "warning"; }

// A path as a relative URI: SARIF asks for one.
std::string UriOf(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string uri;
  for (char byte : path) {
    auto value = static_cast<unsigned char>(byte);
    if (kPlain.find(byte) != std::string_view::npos) {
      uri += byte;
    } else {
      uri.append(1, '%').append(1, kDigits[value >> 4U]).append(1, kDigits[value & 15U]);
    }
  }
  return uri;
}

Json Location(source::Span span, const source::Buffers& buffers) {
  const auto& buffer = buffers.Get(span.file);
  auto begin = buffer.Locate(span.begin);
  auto end = buffer.Locate(span.end);
  Json location;
  location["artifactLocation"]["uri"] = UriOf(buffer.path());
  location["region"] = {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
  return Json{{"physicalLocation", location}};
}

Json SarifResult(const Diagnostic& diagnostic, const source::Buffers& buffers) {
  Json result;
  result["ruleId"] = InfoOf(diagnostic.kind).code;
  result["level"] = SeverityWord(diagnostic.severity());
  std::string text = diagnostic.message;
  Json related = Json::array();
  for (const auto& note : diagnostic.notes) {
    if (!note.span) {
      text += "\nnote: " + note.text;
      continue;
    }
    Json place = Location(*note.span, buffers);
    place["message"]["text"] = note.text;
    related.push_back(std::move(place));
  }
  if (!diagnostic.help.empty()) text += "\nhelp: " + diagnostic.help;
  result["message"]["text"] = text;
  result["locations"] = Json::array();
  if (diagnostic.span) result["locations"].push_back(Location(*diagnostic.span, buffers));
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  return result;
}

}  // namespace

std::string RenderJson(std::span<const Diagnostic> diagnostics, const source::Buffers& buffers) {
  Json list = Json::array();
  for (const auto& diagnostic : diagnostics) {
    Json json;
    json["code"] = InfoOf(diagnostic.kind).code;
    json["severity"] = SeverityWord(diagnostic.severity());
    json["message"] = diagnostic.message;
    AddPlace(json, diagnostic.span, buffers);
    json["notes"] = Json::array();
    for (const auto& note : diagnostic.notes) {
      Json item;
      item["text"] = note.text;
      AddPlace(item, note.span, buffers);
      json["notes"].push_back(std::move(item));
    }
    json["help"] = diagnostic.help;
    list.push_back(std::move(json));
  }
  return Serialise(Json{{"diagnostics", std::move(list)}});
}

std::string RenderSarif(std::span<const Diagnostic> diagnostics, const source::Buffers& buffers) {
  Json results = Json::array();
  std::set<std::string_view> codes;
  for (const auto& diagnostic : diagnostics) {
    results.push_back(SarifResult(diagnostic, buffers));
    codes.insert(InfoOf(diagnostic.kind).code);
  }
  Json rules = Json::array();
  for (const auto& info : AllKinds()) {
    if (codes.contains(info.code)) rules.push_back(Json{{"id", info.code}, {"name", info.name}});
  }
  Json run;
  run["tool"]["driver"] = Json{{"name", "migc"}, {"rules", std::move(rules)}};
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = std::move(results);
  Json sarif;
  sarif["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  sarif["version"] = "2.1.0";
  sarif["runs"] = Json::array({std::move(run)});
  return Serialise(sarif);
}

}  // namespace migc::diag
