#include "migc/integrity/manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "migc/base/hash.h"

namespace migc::integrity {
namespace {

// Keys stay in the order they are put in.
using Json = nlohmann::ordered_json;

Json FilesJson(const std::vector<NamedDigest>& files) {
  Json list = Json::array();
  for (const NamedDigest& file : files) list.push_back({{"file", file.path}, {"sha256", file.sha256}});
  return list;
}

// Takes the values out of a JSON object, and remembers whether one was missing or of another kind.
class Fields {
 public:
  explicit Fields(const Json& json) : json_(json) {}

  std::string Text(const char* key) {
    auto found = json_.find(key);
    if (found != json_.end() && found->is_string()) return found->get<std::string>();
    wrong_ = key;
    return "";
  }
  std::vector<std::string> Texts(const char* key) {
    std::vector<std::string> texts;
    auto found = json_.find(key);
    if (found == json_.end() || !found->is_array()) {
      wrong_ = key;
      return texts;
    }
    for (const Json& item : *found) {
      if (!item.is_string()) {
        wrong_ = key;
        continue;
      }
      texts.push_back(item.get<std::string>());
    }
    return texts;
  }
  std::vector<NamedDigest> Files(const char* key) {
    std::vector<NamedDigest> files;
    auto found = json_.find(key);
    if (found == json_.end() || !found->is_array()) {
      wrong_ = key;
      return files;
    }
    for (const Json& item : *found) {
      if (!item.is_object()) {
        wrong_ = key;
        continue;
      }
      Fields fields(item);
      files.push_back({fields.Text("file"), fields.Text("sha256")});
      if (fields.wrong_) wrong_ = fields.wrong_;
    }
    return files;
  }
  const std::optional<std::string>& wrong() const { return wrong_; }

 private:
  const Json& json_;
  std::optional<std::string> wrong_;
};

// A name that leads nowhere but beside the manifest.
bool IsBeside(const std::string& path) {
  if (path.empty() || path.front() == '/' || path.find('\\') != std::string::npos) return false;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = std::string_view(path).substr(at, end - at);
    if (part.empty() || part == "." || part == "..") return false;
    at = end + 1;
  }
  return true;
}

base::Error No(const std::string& reason) { return {"", reason}; }

}  // namespace

std::string WriteManifest(const Manifest& manifest) {
  Json json;
  json["migc_manifest"] = kManifestFormat;
  json["migc_version"] = manifest.migc_version;
  json["dialect"] = manifest.dialect;
  json["target_version"] = manifest.target_version;
  json["direction"] = manifest.direction;
  json["from"] = manifest.from;
  json["to"] = manifest.to;
  if (!manifest.no_downgrade.empty()) json["no_downgrade"] = manifest.no_downgrade;
  json["command"] = manifest.command;
  json["inputs"] = FilesJson(manifest.inputs);
  json["outputs"] = FilesJson(manifest.outputs);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

base::Result<Manifest> ReadManifest(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return No("it is not JSON");
  auto format = json.find("migc_manifest");
  if (format == json.end() || !format->is_number_integer()) return No("it has no \"migc_manifest\" with the number of its form");
  if (*format != kManifestFormat)
    return No("its form is " + format->dump() + ", and this migc reads " + std::to_string(kManifestFormat));
  Fields fields(json);
  Manifest manifest;
  manifest.migc_version = fields.Text("migc_version");
  manifest.dialect = fields.Text("dialect");
  manifest.target_version = fields.Text("target_version");
  manifest.direction = fields.Text("direction");
  manifest.from = fields.Texts("from");
  manifest.to = fields.Texts("to");
  if (json.contains("no_downgrade")) manifest.no_downgrade = fields.Text("no_downgrade");
  manifest.command = fields.Texts("command");
  manifest.inputs = fields.Files("inputs");
  manifest.outputs = fields.Files("outputs");
  if (fields.wrong()) return No("its \"" + *fields.wrong() + "\" is missing, or is something else than migc writes there");
  for (const NamedDigest& output : manifest.outputs) {
    if (!IsBeside(output.path)) return No("its file \"" + output.path + "\" is not beside it");
  }
  if (WriteManifest(manifest) != text) return No("it is not written as migc writes it");
  return manifest;
}

std::vector<Mismatch> CompareFiles(const std::vector<NamedDigest>& files, const ReadBytes& read) {
  std::vector<Mismatch> mismatches;
  for (const NamedDigest& file : files) {
    auto bytes = read(file.path);
    if (!bytes) {
      mismatches.push_back({file, "", bytes.error().reason});
      continue;
    }
    std::string found = base::Sha256(bytes.value());
    if (found != file.sha256) mismatches.push_back({file, std::move(found), ""});
  }
  return mismatches;
}

ManifestVerdict VerifyManifest(const Manifest& manifest, const ReadBytes& read_input, const ReadBytes& read_output) {
  return {CompareFiles(manifest.inputs, read_input), CompareFiles(manifest.outputs, read_output)};
}

}  // namespace migc::integrity
