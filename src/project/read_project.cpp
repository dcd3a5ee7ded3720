#include <algorithm>

#include "config_reader.h"
#include "migc/base/nearest.h"
#include "migc/base/text.h"
#include "migc/project/project.h"
#include "migc/project/templates.h"

namespace migc::project {
namespace {

bool IsWord(std::string_view text) {
  auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return !text.empty() && letter(text[0]) && std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || digit(c); });
}

// Every `{word}` of the pattern is one of `known`.
bool CheckPlaceholders(const Setting<std::string>& pattern, const std::vector<std::string>& known, diag::Sink& sink) {
  std::string_view rest = pattern.value;
  bool ok = true;
  for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    auto close = rest.find('}', open);
    std::string name(rest.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
    rest.remove_prefix(close == std::string_view::npos ? rest.size() : close + 1);
    if (close != std::string_view::npos && std::find(known.begin(), known.end(), name) != known.end()) continue;
    auto diagnostic = diag::Make(diag::Kind::kConfigUnknownPlaceholder, pattern.span, name, pattern.value);
    auto nearest = base::NearestName(name, known);
    diagnostic.help = nearest ? "did you mean {" + *nearest + "}?" : "there are {" + base::Join(known, "} {") + "}";
    sink.Report(std::move(diagnostic));
    ok = false;
  }
  return ok;
}

class ProjectReader {
 public:
  ProjectReader(const source::Buffer& buffer, diag::Sink& sink, Project& project) : reader_(buffer, sink), project_(project) {}

  void Read(const YAML::Node& root) {
    if (root.IsNull()) return;
    if (!root.IsMap()) return reader_.WrongValue("migc.yaml", root, "a mapping of keys to values");
    auto name = [this](std::string key, std::string& place) {
      return KeyReader{key, [this, key, &place](const YAML::Node& value) {
                         if (auto text = reader_.Name(key, value)) place = text->value;
                       }};
    };
    auto flag = [this](std::string key, bool& place) {
      return KeyReader{key, [this, key, &place](const YAML::Node& value) {
                         if (auto given = reader_.Flag(key, value)) place = *given;
                       }};
    };
    reader_.Keys(root, "in migc.yaml",
                 {{"migrations", [this](const YAML::Node& value) { ReadDirectories(value); }},
                  flag("recursive", project_.recursive),
                  {"dialects", [this](const YAML::Node& value) { ReadDialects(value); }},
                  name("version_table", project_.version_table),
                  name("version_table_schema", project_.version_table_schema),
                  flag("history", project_.history),
                  name("history_table", project_.history_table),
                  {"naming", [this](const YAML::Node& value) { ReadNaming(value); }},
                  {"variables", [this](const YAML::Node& value) { ReadVariables(value); }},
                  {"model", [this](const YAML::Node& value) { project_.model = reader_.Name("model", value); }},
                  {"default_schema", [this](const YAML::Node& value) { ReadDefaultSchemas(value); }},
                  {"file_template", [this](const YAML::Node& value) { ReadFileTemplate(value); }}});
  }

 private:
  void ReadDirectories(const YAML::Node& node) {
    project_.directories.clear();
    auto read = [this](const YAML::Node& item) {
      if (auto text = reader_.Name("migrations", item)) project_.directories.push_back(*text);
    };
    if (node.IsSequence()) {
      for (const YAML::Node& item : node) read(item);
      if (node.size() == 0) reader_.WrongValue("migrations", node, "a directory or a list of some");
    } else {
      read(node);
    }
  }

  void AddDialect(Setting<std::string> name, const YAML::Node& version) {
    for (const auto& known : project_.dialects) {
      if (known.name.value == name.value) {
        reader_.sink().Report(
            diag::Make(diag::Kind::kConfigDuplicateKey, name.span, name.value).WithHelp("a dialect is compiled for one version"));
        return;
      }
    }
    DialectChoice choice{std::move(name), std::nullopt};
    if (version.IsDefined() && !version.IsNull()) choice.version = reader_.Name(choice.name.value, version);
    project_.dialects.push_back(std::move(choice));
  }

  void ReadDialects(const YAML::Node& node) {
    auto add = [this](const Setting<std::string>& key, const YAML::Node& value) { AddDialect(key, value); };
    if (node.IsMap()) return reader_.EachKey(node, add);
    if (!node.IsSequence()) return reader_.WrongValue("dialects", node, "a list of dialects, or a mapping of dialects to versions");
    for (const YAML::Node& item : node) {
      if (item.IsMap()) {
        reader_.EachKey(item, add);
      } else if (auto name = reader_.Name("dialects", item)) {
        AddDialect(*name, YAML::Node(YAML::NodeType::Null));
      }
    }
  }

  void ReadNaming(const YAML::Node& node) {
    if (!node.IsMap()) return reader_.WrongValue("naming", node, "a mapping of kinds to patterns");
    static const std::vector<std::string> placeholders = {"table", "columns", "column", "referred_table", "n"};
    std::vector<KeyReader> kinds;
    for (std::string kind : {"primary_key", "unique", "foreign_key", "check", "index", "exclude"}) {
      kinds.push_back({kind, [this, kind](const YAML::Node& value) {
                         auto pattern = reader_.Name(kind, value);
                         if (pattern && CheckPlaceholders(*pattern, placeholders, reader_.sink()))
                           project_.naming[kind] = pattern->value;
                       }});
    }
    reader_.Keys(node, "under \"naming\"", kinds);
  }

  void AddVariable(const Setting<std::string>& name, std::optional<std::string> value) {
    if (!IsWord(name.value)) {
      reader_.sink().Report(diag::Make(diag::Kind::kConfigWrongValue, name.span, "variables", "\"" + name.value + "\"",
                                       "a name of letters, digits and _ that does not start with a digit"));
      return;
    }
    project_.variables[name.value] = std::move(value);
  }

  void ReadVariables(const YAML::Node& node) {
    if (node.IsSequence()) {
      for (const YAML::Node& item : node) {
        if (auto name = reader_.Name("variables", item)) AddVariable(*name, std::nullopt);
      }
      return;
    }
    if (!node.IsMap()) return reader_.WrongValue("variables", node, "a mapping of names to their defaults");
    reader_.EachKey(node, [this](const Setting<std::string>& name, const YAML::Node& value) {
      std::optional<std::string> given;
      auto read = [&](const YAML::Node& scalar) {
        if (auto text = reader_.Text(name.value, scalar)) given = text->value;
      };
      if (value.IsMap()) {
        reader_.Keys(value, "of a variable", {{"default", read}});
      } else if (!value.IsNull()) {
        read(value);
      }
      AddVariable(name, std::move(given));
    });
  }

  void ReadDefaultSchemas(const YAML::Node& node) {
    if (!node.IsMap()) return reader_.WrongValue("default_schema", node, "a mapping of dialects to schemas");
    reader_.EachKey(node, [this](const Setting<std::string>& dialect, const YAML::Node& value) {
      if (auto schema = reader_.Name(dialect.value, value)) {
        project_.default_schema[dialect.value] = Setting<std::string>(schema->value, dialect.span);
      }
    });
  }

  void ReadFileTemplate(const YAML::Node& node) {
    auto text = reader_.Name("file_template", node);
    if (!text || !CheckPlaceholders(*text, FileNamePlaceholders(), reader_.sink())) return;
    if (text->value.find("{id}") == std::string::npos || text->value.find('/') != std::string::npos) {
      return reader_.WrongValue("file_template", node, "a file name with {id} in it");
    }
    project_.file_template = text->value;
  }

  ConfigReader reader_;
  Project& project_;
};

}  // namespace

Project DefaultProject(std::string root) {
  Project project;
  project.root = std::move(root);
  project.directories.emplace_back(std::string("migrations"));
  return project;
}

std::optional<Project> ReadProject(const source::Buffer& config, std::string root, diag::Sink& sink) {
  Project project = DefaultProject(std::move(root));
  project.has_config = true;
  auto errors = sink.errors();
  try {
    ProjectReader(config, sink, project).Read(YAML::Load(std::string(config.text())));
  } catch (const YAML::Exception& error) {
    ConfigReader reader(config, sink);
    sink.Report(diag::Make(diag::Kind::kConfigSyntax, reader.SpanAt(error.mark, 1), error.msg));
  }
  if (sink.errors() != errors) return std::nullopt;
  return project;
}

}  // namespace migc::project
