#include "migc/project/templates.h"

#include <algorithm>

#include "migc/base/text.h"

namespace migc::project {
namespace {

constexpr std::size_t kMaxSlug = 40;

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// '…' with what the language reads as something else written so that it does not.
std::string Quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    out += c;
    if (c == quote) out += quote;
    if (c == '$' && i + 1 < text.size() && text[i + 1] == '{') out += "{}";
  }
  return out += quote;
}

std::string IdList(const std::vector<std::string>& ids) {
  std::vector<std::string> texts;
  for (const auto& id : ids) texts.push_back(IdText(id));
  return base::Join(texts, ", ");
}

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

}  // namespace

std::string Slug(std::string_view message) {
  std::string slug;
  for (char c : base::LowerAscii(message)) {
    if (IsWordByte(c)) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '_') {
      slug += '_';
    }
  }
  if (slug.ends_with('_')) slug.pop_back();
  if (slug.size() <= kMaxSlug) return slug;
  bool between_words = slug[kMaxSlug] == '_';
  slug = base::ClipUtf8(slug, kMaxSlug);
  auto word = slug.rfind('_');
  if (!between_words && word != std::string::npos) slug.resize(word);
  return slug;
}

const std::vector<std::string>& FileNamePlaceholders() {
  static const std::vector<std::string> names = {"id", "slug", "year", "month", "day", "hour", "minute", "second"};
  return names;
}

std::string FileName(std::string_view file_template, const RevisionTemplate& revision) {
  auto part = [&](std::size_t from, std::size_t size) {
    return revision.created.size() >= from + size ? revision.created.substr(from, size) : std::string();
  };
  std::string id = revision.id;
  // An id in quotes may hold anything; a file name may not.
  for (char& c : id) {
    if (!IsWordByte(c) && c != '_' && c != '-' && c != '.') c = '_';
  }
  std::string name(file_template);
  std::string slug = Slug(revision.message);
  if (slug.empty()) name = Replaced(Replaced(std::move(name), "_{slug}", ""), "{slug}_", "");
  name = Replaced(std::move(name), "{year}", part(0, 4));
  name = Replaced(std::move(name), "{month}", part(5, 2));
  name = Replaced(std::move(name), "{day}", part(8, 2));
  name = Replaced(std::move(name), "{hour}", part(11, 2));
  name = Replaced(std::move(name), "{minute}", part(14, 2));
  name = Replaced(std::move(name), "{second}", part(17, 2));
  name = Replaced(std::move(name), "{slug}", slug);
  name = Replaced(std::move(name), "{id}", id);
  return name + ".mig";
}

std::string IdText(std::string_view id) {
  bool plain = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (IsWordByte(c) && static_cast<unsigned char>(c) < 0x80) || c == '_';
  });
  // These two words mean something else where an id may stand.
  if (base::LowerAscii(id) == "base") plain = false;
  return plain ? std::string(id) : Quoted(id, '"');
}

std::string RevisionText(const RevisionTemplate& revision) {
  std::string message = revision.message;
  std::replace_if(
      message.begin(), message.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  std::string text = "revision " + IdText(revision.id) + " " + Quoted(message, '\'') + "\n";
  text += "  revises " + (revision.parents.empty() ? "base" : IdList(revision.parents));
  if (!revision.depends_on.empty()) text += "\n  depends on " + IdList(revision.depends_on);
  if (!revision.labels.empty()) text += "\n  label " + IdList(revision.labels);
  if (!revision.created.empty()) text += "\n  created '" + revision.created + "'";
  text += ";\n\n";
  if (revision.merge) return text + "upgrade { }\n";
  text += "upgrade {\n" + revision.body + "}\n";
  if (revision.irreversible) text += "\ndowngrade irreversible " + Quoted(*revision.irreversible, '\'') + ";\n";
  return text;
}

std::string ConfigText(const ConfigTemplate& config) {
  std::string text =
      "# What migc compiles, and for which databases. Paths are relative to this file.\n"
      "migrations: " +
      config.directory +
      "\n"
      "\n"
      "# The databases that `migc check` checks, and the choices of --dialect; with the server version that scripts are made for\n"
      "# (nothing after the colon: the oldest that migc knows, whose scripts run on newer ones too).\n"
      "dialects:\n";
  for (const auto& dialect : config.dialects) text += "  " + dialect + ":\n";
  for (const auto& dialect : config.others) text += "  # " + dialect + ":\n";
  text +=
      "\n"
      "# version_table: migc_version      # `alembic_version` takes over a database that Alembic managed\n"
      "# version_table_schema: ops        # left out: the default schema\n"
      "# history: true                    # false: no migc_history\n"
      "# variables:                       # ${name} in migrations\n"
      "#   support_email: help@shop.example\n";
  return text;
}

}  // namespace migc::project
