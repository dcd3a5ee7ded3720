#include "migc/dialect/dialect.h"

#include <array>
#include <charconv>

#include "dialect/type_fact.h"
#include "migc/base/embedded.h"

namespace migc::dialect {
namespace {

struct CapabilityRow {
  Capability capability;
  std::string_view key;
  std::string_view meaning;
};

constexpr std::array kCapabilities = {
#define MIGC_CAPABILITY(name, key, meaning) CapabilityRow{Capability::k##name, key, meaning},
#include "migc/dialect/capabilities.def"
#undef MIGC_CAPABILITY
};

constexpr std::string_view kSuffix = ".yaml";

}  // namespace

std::optional<Version> ParseVersion(std::string_view text) {
  Version version;
  int* const parts[] = {&version.major, &version.minor, &version.patch};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *parts[i]);
    if (error != std::errc() || *parts[i] < 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty()) return version;
    if (text.front() != '.') return std::nullopt;
    text.remove_prefix(1);
  }
  return std::nullopt;
}

std::string Text(const Version& version) {
  std::string text = std::to_string(version.major);
  if (version.minor != 0 || version.patch != 0) text += "." + std::to_string(version.minor);
  if (version.patch != 0) text += "." + std::to_string(version.patch);
  return text;
}

std::string_view KeyOf(Capability capability) { return kCapabilities[static_cast<std::size_t>(capability)].key; }
std::string_view MeaningOf(Capability capability) { return kCapabilities[static_cast<std::size_t>(capability)].meaning; }

const std::vector<Capability>& AllCapabilities() {
  static const std::vector<Capability> all = [] {
    std::vector<Capability> list;
    for (const CapabilityRow& row : kCapabilities) list.push_back(row.capability);
    return list;
  }();
  return all;
}

const TypeSpelling* Dialect::FindType(const ir::Type& type) const {
  const auto found = types.find(TypeKeyOf(type));
  return found == types.end() ? nullptr : &found->second;
}

std::vector<std::string> BuiltinNames() {
  std::vector<std::string> names;
  for (const base::EmbeddedFile& file : embedded::Dialects()) {
    if (file.name.ends_with(kSuffix)) names.emplace_back(file.name.substr(0, file.name.size() - kSuffix.size()));
  }
  return names;
}

std::optional<std::string_view> BuiltinText(std::string_view name) {
  for (const base::EmbeddedFile& file : embedded::Dialects()) {
    if (file.name == std::string(name) + std::string(kSuffix)) return file.text;
  }
  return std::nullopt;
}

}  // namespace migc::dialect
