// Project: what `migc.yaml` says about a chain of migrations: where its files are, which dialects, names and variables it uses.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "migc/base/result.h"
#include "migc/diag/sink.h"
#include "migc/source/buffers.h"
#include "migc/source/file_system.h"

namespace migc::project {

inline constexpr std::string_view kConfigName = "migc.yaml";
inline constexpr std::string_view kExtension = ".mig";
inline constexpr std::uint64_t kMaxConfigBytes = 1U << 20U;

// A value with its place in migc.yaml; no place: it is a default.
template <class T>
struct Setting {
  T value{};
  std::optional<source::Span> span;

  Setting() = default;
  Setting(T given, std::optional<source::Span> place = {}) : value(std::move(given)), span(place) {}  // NOLINT
};

struct DialectChoice {
  Setting<std::string> name;
  std::optional<Setting<std::string>> version;  // the server version to compile for
};

struct Project {
  // The directory that every other path is relative to, as the file system takes it: that of migc.yaml.
  std::string root = ".";
  bool has_config = false;

  std::vector<Setting<std::string>> directories;  // `migrations:`
  bool recursive = false;
  std::vector<DialectChoice> dialects;  // empty: every dialect that migc knows
  std::string version_table = "migc_version";
  std::string version_table_schema;
  bool history = true;
  std::string history_table = "migc_history";
  std::map<std::string, std::string> naming;  // by kind of object: "unique"
  std::map<std::string, std::optional<std::string>> variables;
  std::optional<Setting<std::string>> model;
  std::map<std::string, Setting<std::string>> default_schema;  // by dialect
  std::string file_template = "{id}_{slug}";
};

// The settings of a project without migc.yaml.
Project DefaultProject(std::string root);

// Nothing when an error was reported. Unknown keys are errors with a suggestion.
std::optional<Project> ReadProject(const source::Buffer& config, std::string root, diag::Sink& sink);

// The nearest migc.yaml in the working directory or above it, as the file system takes it; nothing when there is none.
std::optional<std::string> FindConfig(const source::FileSystem& files);

// The `.mig` files of the project but the model, sorted by path, relative to its root. Hidden files and directories do not count.
base::Result<std::vector<std::string>> ListMigrations(const Project& project, const source::FileSystem& files);

}  // namespace migc::project
