#include "target.h"

#include <algorithm>

#include "migc/base/nearest.h"
#include "migc/base/text.h"

namespace migc::driver {
namespace {

constexpr std::string_view kYaml = ".yaml";

// Databases that migrations may give texts for before migc has facts about them: a chain is written for all that a team uses.
constexpr std::string_view kNamedOnly[] = {"cockroachdb", "duckdb", "redshift", "tidb", "yugabytedb"};

std::string DidYouMean(const std::string& name, const std::vector<std::string>& known) {
  if (auto nearest = base::NearestName(name, known)) return "did you mean \"" + *nearest + "\"?";
  return "there are " + base::Join(known, ", ");
}

bool IsNamedOnly(std::string_view name) {
  return std::find(std::begin(kNamedOnly), std::end(kNamedOnly), name) != std::end(kNamedOnly);
}

diag::Diagnostic NotPrinted(const std::string& name, std::optional<source::Span> span) {
  return diag::Make(diag::Kind::kNoBackend, span, name).WithHelp("`migc dialects` lists those that it can print");
}

}  // namespace

catalog::Rules RulesOf(const dialect::Dialect& dialect, const project::Project& project) {
  using dialect::Capability;
  catalog::Rules rules;
  rules.max_identifier = dialect.max_identifier;
  rules.identifier_in_characters = dialect.identifier_in_characters;
  rules.case_insensitive_names = dialect.case_rule == dialect::CaseRule::kInsensitive;
  rules.default_schema = dialect.default_schema;
  rules.index_names_per_table = dialect.Has(Capability::kIndexNamesPerTable);
  rules.constraint_names_per_schema = dialect.Has(Capability::kConstraintNamesPerSchema);
  rules.keys_are_named_indexes = dialect.Has(Capability::kKeysAreNamedIndexes);
  // Where a foreign key cannot be added later, it may be written before its table is there.
  rules.forward_references = !dialect.Has(Capability::kAlterConstraints);
  // Where it costs no more than to add it at the end.
  rules.column_positions = dialect.Has(Capability::kColumnPosition) && dialect.Has(Capability::kAlterColumn);
  rules.enum_values_removable = !dialect.Has(Capability::kNativeEnums);
  auto set = [&](std::string_view kind, std::string& pattern) {
    if (auto found = project.naming.find(std::string(kind)); found != project.naming.end()) pattern = found->second;
  };
  set("primary_key", rules.naming.primary_key);
  set("unique", rules.naming.unique);
  set("foreign_key", rules.naming.foreign_key);
  set("check", rules.naming.check);
  set("index", rules.naming.index);
  set("exclude", rules.naming.exclude);
  return rules;
}

const emit::Backend* FindBackend(Backends backends, const dialect::Dialect& dialect) {
  for (const auto& backend : backends) {
    if (backend->name() == dialect.backend) return backend.get();
  }
  return nullptr;
}

std::optional<Dialects> Dialects::Open(Context& context, const project::Project& project) {
  Dialects dialects;
  dialects.project_ = &project;
  if (!dialects.ReadSources(context) || !dialects.CheckProject(context)) return std::nullopt;
  for (const auto& choice : project.dialects) dialects.configured_.push_back(choice.name.value);
  bool ok = true;
  if (project.dialects.empty()) {
    for (const auto& name : dialects.known_) {
      auto loaded = dialects.Load(context, name, "");
      if (!loaded) return std::nullopt;
      if (FindBackend(context.backends(), *loaded) == nullptr) continue;
      dialects.configured_.push_back(name);
      dialects.lineages_.push_back(loaded->lineage);
    }
    return dialects;
  }
  for (const auto& name : dialects.configured_) {
    auto loaded = dialects.Load(context, name, "");
    if (loaded) dialects.lineages_.push_back(loaded->lineage);
    ok = ok && loaded.has_value();
  }
  if (!ok) return std::nullopt;
  return dialects;
}

bool Dialects::ReadSources(Context& context) {
  for (const auto& name : dialect::BuiltinNames()) {
    auto text = dialect::BuiltinText(name);
    if (text) sources_[name] = &context.buffers().Add("dialects/" + name + std::string(kYaml), std::string(*text));
  }
  for (const auto& directory : context.globals().dialect_paths) {
    auto names = context.files().List(directory);
    if (!names) {
      context.FailToRead(names.error());
      return false;
    }
    for (const auto& file : names.value()) {
      if (!file.ends_with(kYaml) || file.starts_with('.')) continue;
      std::string path = source::JoinPath(directory, file);
      auto text = context.files().Read(path, project::kMaxConfigBytes);
      if (!text) {
        context.FailToRead(text.error());
        return false;
      }
      const std::string name = file.substr(0, file.size() - kYaml.size());
      sources_[name] = given_[name] = &context.buffers().Add(path, std::move(text).value());
    }
  }
  for (const auto& [name, buffer] : sources_) known_.push_back(name);
  nameable_ = known_;
  nameable_.insert(nameable_.end(), std::begin(kNamedOnly), std::end(kNamedOnly));
  std::sort(nameable_.begin(), nameable_.end());
  nameable_.erase(std::unique(nameable_.begin(), nameable_.end()), nameable_.end());
  return true;
}

bool Dialects::CheckProject(Context& context) const {
  bool ok = true;
  auto check_name = [&](const std::string& name, std::optional<source::Span> span) {
    if (sources_.contains(name)) return;
    if (IsNamedOnly(name)) {
      context.Fail(NotPrinted(name, span));
    } else {
      context.Fail(diag::Make(diag::Kind::kConfigUnknownDialect, span, name).WithHelp(DidYouMean(name, known_)));
    }
    ok = false;
  };
  for (const auto& choice : project_->dialects) {
    check_name(choice.name.value, choice.name.span);
    if (choice.version && !dialect::ParseVersion(choice.version->value)) {
      context.Fail(diag::Make(diag::Kind::kConfigWrongVersion, choice.version->span, choice.version->value));
      ok = false;
    }
  }
  for (const auto& [name, schema] : project_->default_schema) check_name(name, schema.span);
  return ok;
}

std::optional<dialect::Dialect> Dialects::Load(Context& context, const std::string& name, const std::string& version) const {
  std::optional<dialect::Version> wanted;
  std::string text = version;
  for (const auto& choice : project_->dialects) {
    if (text.empty() && choice.name.value == name && choice.version) text = choice.version->value;
  }
  if (!text.empty()) {
    wanted = dialect::ParseVersion(text);
    if (!wanted) {
      context.Fail(diag::Make(diag::Kind::kConfigWrongVersion, std::nullopt, text));
      return std::nullopt;
    }
  }
  auto dialect = dialect::LoadDialect(name, wanted, sources_, context.sink());
  if (!dialect) {
    context.BlameOutside();
    return std::nullopt;
  }
  if (auto schema = project_->default_schema.find(name); schema != project_->default_schema.end()) {
    dialect->default_schema = schema->second.value;
  }
  return dialect;
}

std::optional<Target> Dialects::Choose(Context& context, const std::string& name, const std::string& version) const {
  std::string chosen = name;
  if (chosen.empty() && configured_.size() == 1) chosen = configured_.front();
  if (chosen.empty()) {
    context.Fail(diag::Make(diag::Kind::kNeedsDialect, std::nullopt, base::Join(configured_, ", "))
                     .WithHelp("say which with --dialect, for example `--dialect " + configured_.front() + "`"));
    return std::nullopt;
  }
  if (IsNamedOnly(chosen) && !sources_.contains(chosen)) {
    context.Fail(NotPrinted(chosen, std::nullopt));
    return std::nullopt;
  }
  if (!sources_.contains(chosen)) {
    context.Fail(diag::Make(diag::Kind::kUnknownDialect, std::nullopt, chosen).WithHelp(DidYouMean(chosen, known_)));
    return std::nullopt;
  }
  auto dialect = Load(context, chosen, version);
  if (!dialect) return std::nullopt;
  Target target{std::move(*dialect), nullptr, {}, {}};
  target.backend = FindBackend(context.backends(), target.dialect);
  if (target.backend == nullptr) {
    context.Fail(
        diag::Make(diag::Kind::kNoBackend, std::nullopt, chosen).WithHelp("`migc dialects` lists those that it can print"));
    return std::nullopt;
  }
  target.rules = RulesOf(target.dialect, *project_);
  for (const auto& ancestor : target.dialect.lineage) {
    if (auto given = given_.find(ancestor); given != given_.end()) target.facts.push_back(given->second);
  }
  return target;
}

}  // namespace migc::driver
