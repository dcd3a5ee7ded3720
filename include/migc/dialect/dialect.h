// Dialect: the facts about one database, loaded and checked from its YAML file: quoting, types, capabilities, limits, tool.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "migc/diag/sink.h"
#include "migc/ir/type.h"
#include "migc/source/buffers.h"

namespace migc::dialect {

// "15", "8.0.13", "3.35": up to three numbers.
struct Version {
  int major = 0;
  int minor = 0;
  int patch = 0;
  friend auto operator<=>(const Version&, const Version&) = default;
};
std::optional<Version> ParseVersion(std::string_view text);
std::string Text(const Version& version);  // without trailing zeros: "15", "8.0.13"

enum class Capability : std::uint16_t {
#define MIGC_CAPABILITY(name, key, meaning) k##name,
#include "migc/dialect/capabilities.def"
#undef MIGC_CAPABILITY
};
std::string_view KeyOf(Capability capability);      // "drop_column"
std::string_view MeaningOf(Capability capability);  // for the docs
const std::vector<Capability>& AllCapabilities();

// How unquoted names and comparisons of names behave.
enum class CaseRule : std::uint8_t { kLower, kUpper, kInsensitive };
enum class Tool : std::uint8_t { kPsql, kMysql, kSqlite3, kSqlcmd, kSqlplus, kDuckdb };

// A type's spelling: what stands before and after the length: {"TIMESTAMP", "WITH TIME ZONE"}.
struct TypeSpelling {
  std::string before;
  std::string unit;  // inside the parentheses, after the length: the " CHAR" of VARCHAR2(20 CHAR)
  std::string after;
  std::string without_length;    // used when no length was written and the plain spelling needs one ("NVARCHAR(MAX)"); or empty
  std::uint32_t max_length = 0;  // 0: no limit that migc knows; longer is an error
  bool takes_length = true;      // false: a length is dropped (SQLite's TEXT keeps it; MySQL's LONGTEXT does not)
  std::string note;              // what the type represents with less; `check` says it once
  friend bool operator==(const TypeSpelling&, const TypeSpelling&) = default;
};

// How the text of a statement is cut into tokens; what is not here is the same everywhere.
struct Lexical {
  bool dollar_quotes = false;          // $$ … $$, $tag$ … $tag$
  bool nested_comments = false;        // /* /* */ */
  bool escape_strings = false;         // E'it\'s'
  bool backslash_escapes = false;      // 'it\'s'
  bool hash_comments = false;          // # to the end of the line
  bool backtick_names = false;         // `a name`
  bool bracket_names = false;          // [a name]
  bool double_quoted_strings = false;  // "…" is a string, where a backslash may escape
  bool begin_atomic = false;           // CREATE FUNCTION … BEGIN ATOMIC …; …; END
  bool trigger_blocks = false;         // CREATE TRIGGER … BEGIN …; …; END
  bool stored_programs = false;        // CREATE of a routine, trigger or event goes on to the END of its BEGIN; /*! … */ is no comment
  bool q_quotes = false;               // q'[it's]'
  bool plsql_units = false;            // DECLARE, BEGIN and CREATE of a routine go on to a line with only `/`
  friend bool operator==(const Lexical&, const Lexical&) = default;
};

struct Dialect {
  std::string name;                  // "mariadb"
  std::string title;                 // "MariaDB"
  std::vector<std::string> lineage;  // {"mariadb", "mysql"}
  std::string backend;               // the emit folder that prints it: the last of lineage that has one
  Tool tool{};
  std::string version_after;  // what stands before the version in version() of its server, and in that of no other; or empty
  Version target;  // what is compiled for
  Version oldest;
  Version newest;
  char quote_open = '"';
  char quote_close = '"';
  CaseRule case_rule = CaseRule::kLower;
  std::size_t max_identifier = 63;
  bool identifier_in_characters = false;
  std::string default_schema;
  Lexical lexical;
  std::set<std::string, std::less<>> reserved;             // lower-case
  std::map<std::string, TypeSpelling, std::less<>> types;  // by type key; a type that is missing cannot be represented
  std::set<Capability> capabilities;                       // those of `target`
  std::map<Capability, Version> since;                     // of those that depend on the version

  bool Has(Capability capability) const { return capabilities.contains(capability); }
  // Key of a type in `types`: its keyword with '_' for blanks; "timestamp_tz" with a time zone.
  const TypeSpelling* FindType(const ir::Type& type) const;
};

// The names of the dialects that come with migc, sorted.
std::vector<std::string> BuiltinNames();
// The YAML text that is compiled in, or nothing.
std::optional<std::string_view> BuiltinText(std::string_view name);

// YAML texts by dialect name: the built-in ones and the user's, which win.
using Sources = std::map<std::string, const source::Buffer*>;

// Facts of `name`, with what it extends, for the target version (nothing: the dialect's oldest). Reports unknown names and keys
// with a suggestion, versions out of range, and facts that contradict each other; nothing then.
std::optional<Dialect> LoadDialect(std::string_view name, std::optional<Version> target, const Sources& sources, diag::Sink& sink);

}  // namespace migc::dialect
