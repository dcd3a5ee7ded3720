#include "support/exact_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "support/pipeline.h"

namespace migc::support {
namespace {

const std::vector<std::string> kDialects = {"postgres", "mysql", "mariadb", "sqlite", "mssql", "oracle"};
constexpr std::size_t kColumns = 150;

std::string Repeated(const std::string& text, std::size_t bytes) {
  std::string all;
  while (all.size() + text.size() <= bytes) all += text;
  return all + std::string(bytes - all.size(), 'x');
}

std::string Project() {
  return "migrations: migrations\ndialects:\n  postgres: 15\n  mysql: 8.0.16\n  mariadb: 10.11\n  sqlite: 3.40\n  mssql: 2019\n  "
         "oracle: 19\n";
}

std::string CsvField(const std::string& text) {
  std::string field = "\"";
  for (const char c : text) field += c == '"' ? "\"\"" : std::string(1, c);
  return field + "\"";
}

std::string List(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + MigString(text);
  return list;
}

// `words`: 1… by insert, 1001… from csv, 2001… by update.
std::string Values(const std::vector<std::string>& texts) {
  std::string text = "  create table words (id bigint primary key, words text);\n  insert into words (id, words) values";
  for (std::size_t i = 0; i < texts.size(); ++i) text += fmt::format("{} ({}, {})", i == 0 ? "" : ",", i + 1, MigString(texts[i]));
  text += ";\n  insert into words (id, words) from csv 'words.csv';\n";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    text += fmt::format("  insert into words (id) values ({0});\n  update words set words = {1} where id = {0} undo nothing;\n",
                        2001 + i, MigString(texts[i]));
  }
  return text;
}

// `made` and `altered`: a column for each text that has it as default, and as comment when it is short. `checked`: a check in whose
// list they are.
std::string Definitions(const std::vector<std::string>& texts) {
  const auto comment = [](const std::string& text) { return text.size() < 200 ? " comment " + MigString(text) : std::string(); };
  std::string text = "  create table made (id bigint primary key";
  for (std::size_t i = 0; i < texts.size(); ++i)
    text += fmt::format(", d{} text default {}{}", i, MigString(texts[i]), comment(texts[i]));
  text +=
      ") comment " + MigString(texts[0]) + ";\n  insert into made (id) values (1);\n  create table altered (id bigint primary key";
  for (std::size_t i = 0; i < texts.size(); ++i) text += fmt::format(", d{} text", i);
  text += ");\n  alter table altered";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    text += fmt::format("{} alter column d{} set default {}", i == 0 ? "" : ",", i, MigString(texts[i]));
    if (texts[i].size() < 200) text += fmt::format(", alter column d{}{}", i, comment(texts[i]));
  }
  text += ";\n  comment on table altered " + MigString(texts[1]) + ";\n  insert into altered (id) values (1);\n";
  text += "  create table checked (id bigint primary key, words varchar(200), constraint checked_words check (words in (" +
          List(ShortTexts()) + ")));\n";
  for (std::size_t i = 0; i < ShortTexts().size(); ++i) {
    text += fmt::format("  insert into checked (id, words) values ({}, {});\n", i + 1, MigString(ShortTexts()[i]));
  }
  return text;
}

// Without a carriage return, which a check of SQLite's says as bytes: there the test could not find the list again.
std::string Enum() {
  const std::vector<std::string> texts = EnumTexts();
  std::string text = "  create enum mood (" + List(texts) + ");\n  create table felt (id bigint primary key, mood mood);\n";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    text += fmt::format("  insert into felt (id, mood) values ({}, {});\n", i + 1, MigString(texts[i]));
  }
  return text;
}

// A table of each name, with a column, a check and an index that have it too; and `reserved_0`, … with the reserved words.
std::string Names(const std::string& dialect) {
  std::string text;
  for (const std::string& name : ExactNames(dialect)) {
    const std::string table = MigName(name);
    const std::string column = MigName(name + " c");
    const std::string later = MigName(name + " d");
    text +=
        fmt::format("  create table {0} (id bigint primary key, {1} varchar(20) default 'x', constraint {2} check ({1} <> 'y'));\n",
                    table, column, MigName(name + " k"));
    text += fmt::format("  create index {} on {} ({});\n", MigName(name + " i"), table, column);
    text += fmt::format("  insert into {} (id, {}) values (1, 'z');\n", table, column);
    text += fmt::format("  alter table {} rename column {} to {};\n", table, column, later);
    text += fmt::format("  alter table {} alter column {} comment 'c', add column {} {} not null default 3;\n", table, later, table,
                        "integer");
  }
  const std::vector<std::string>& words = ReservedWords();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i % kColumns == 0)
      text += fmt::format("{}  create table reserved_{} (id bigint primary key", i == 0 ? "" : ");\n", i / kColumns);
    text += ", " + MigName(words[i]) + " smallint";
  }
  return text + ");\n";
}

}  // namespace

const std::vector<std::string>& ExactTexts() {
  static const std::vector<std::string> texts = {
      "it's \"quoted\" `date` [x] \xe2\x80\x9cso\xe2\x80\x9d '' \"\" ``",
      "\\ \\\\ back\\slash \\' \\n \\0 \\Z \\% \\",
      "&name &&name &name. &",
      "${name} $ ${ $$ $migc$ $1 $(name) ",
      ":name :USER :'USER' :\"USER\" :{?USER} ::x @name @@x ?",
      "% %s %% %d _ {} {0}",
      "/",
      "\n/\n",
      "one\nGO\ntwo",
      "GO",
      "one\n  go 3\n.\n#x\n:r x.sql\n!!dir\nexit\nquit;\n.quit\n\\q\n\\! x\ndelimiter //\nprompt x\nhost x\n@x\n",
      "; -- ; /* ; */ # ;",
      "line that ends in -\nnext\\\nnext",
      "tab\there \t",
      "\r\nreturn\r\n\rlast\r",
      "\n\n\nblank lines\n\n",
      " blanks ",
      "emoji 🐘🦀 é",
      "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x80\xae right to left \xe2\x80\xac",
      "q'[x]' ]' }' >' )' N'x' E'\\n' x'00' _utf8'x' U&'x'",
      "null",
      Repeated("0123456789", 4001),
      Repeated("it's ", 4001),
      Repeated("\xc3\xa9", 4001),
      Repeated("line of some words\n", 4001),
  };
  return texts;
}

std::vector<std::string> ShortTexts() {
  std::vector<std::string> texts;
  for (const std::string& text : ExactTexts()) {
    // A value of an enum has 63 bytes on PostgreSQL, and no blank at its end on MySQL ("The ENUM Type").
    if (text.size() <= 63 && text.find_last_of(" \t") != text.size() - 1) texts.push_back(text);
  }
  return texts;
}

std::vector<std::string> ExactNames(const std::string& dialect) {
  std::vector<std::string> names;
  for (const std::string_view text : {"it's",
                                      "a \"b\"",
                                      "a `b`",
                                      "a [b]]",
                                      "back\\slash",
                                      "end\\",
                                      "&a &&b",
                                      "${name}",
                                      "$(name)",
                                      ":name",
                                      "%s %",
                                      "a\n/\nb",
                                      "a\nGO\nb",
                                      "a\ndelimiter //\nb",
                                      "tab\there",
                                      "🐘",
                                      "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
                                      "Upper",
                                      "semi;colon -- x",
                                      "/* x",
                                      "#x",
                                      "a.b",
                                      "1st",
                                      "_x",
                                      "$$",
                                      "?",
                                      "@x"}) {
    const bool wide = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
    if (wide && (dialect == "mariadb" || dialect == "mysql")) continue;             // M5201
    if (dialect == "oracle" && text.find('"') != std::string_view::npos) continue;  // M5605
    if (dialect == "mssql" && text.starts_with('#')) continue;                      // M5401
    names.emplace_back(text);
  }
  return names;
}

const std::vector<std::string>& ReservedWords() {
  static const auto* words = [] {
    std::set<std::string> all;
    const MemoryProject project({{"migc.yaml", Project()}, {"migrations/a.mig", "revision a 'a' revises base; upgrade {}"}});
    for (const std::string& dialect : kDialects) {
      const auto reserved = project.At("base", dialect).dialect.reserved;
      all.insert(reserved.begin(), reserved.end());
    }
    return new std::vector<std::string>(all.begin(), all.end());
  }();
  return *words;
}

// `${` would begin a placeholder.
std::string MigString(const std::string& text) {
  std::string literal = "'";
  for (std::size_t i = 0; i < text.size(); ++i) {
    literal += text[i] == '\'' ? "''" : text.compare(i, 2, "${") == 0 ? "${}" : std::string(1, text[i]);
  }
  return literal + "'";
}

std::string MigName(const std::string& name) {
  std::string quoted = "\"";
  for (std::size_t i = 0; i < name.size(); ++i) {
    quoted += name[i] == '"' ? "\"\"" : name.compare(i, 2, "${") == 0 ? "${}" : std::string(1, name[i]);
  }
  return quoted + "\"";
}

std::vector<std::string> EnumTexts() {
  std::vector<std::string> texts = ShortTexts();
  std::erase_if(texts, [](const std::string& text) { return text.find('\r') != std::string::npos; });
  return texts;
}

// Not all is let into an id (M2021).
std::string MessageId(const std::string& text) {
  std::string id = "message " + text;
  for (char& c : id) {
    if (static_cast<unsigned char>(c) < ' ' || std::string_view(":-+@,^~*/").find(c) != std::string_view::npos) c = '_';
  }
  return id;
}

std::map<std::string, std::string> ExactProject(const std::string& dialect) {
  std::map<std::string, std::string> files = {{"migc.yaml", Project()}};
  std::string& csv = files["words.csv"];
  for (std::size_t i = 0; i < ExactTexts().size(); ++i) csv += fmt::format("{},{}\n", 1001 + i, CsvField(ExactTexts()[i]));
  std::string parent = "base";
  int number = 0;
  const auto add = [&](const std::string& id, const std::string& message, const std::string& upgrade) {
    ++number;
    files[fmt::format("migrations/{:03}.mig", number)] = "revision " + MigString(id) + " " + MigString(message) + "\n  revises " +
                                                         (number == 1 ? "base" : MigString(parent)) + ";\n\nupgrade {\n" + upgrade +
                                                         "}\n";
    parent = id;
  };
  add("values", "Values", Values(ExactTexts()));
  add("definitions", "Definitions", Definitions(ExactTexts()));
  add("enum", "Enum", Enum());
  add("names", "Names", Names(dialect));
  for (const std::string& text : ShortTexts()) add(MessageId(text), text, "");
  return files;
}

}  // namespace migc::support
