#include "dialect/facts.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "dialect/type_fact.h"
#include "migc/base/nearest.h"
#include "migc/base/text.h"

namespace migc::dialect {
namespace {

void ReportValue(diag::Sink& sink, const YamlNode& node, const std::string& key, const std::string& wanted) {
  sink.Report(diag::Make(diag::Kind::kDialectValue, node.span, key, wanted));
}

void ReportUnknown(diag::Sink& sink, source::Span span, const std::string& what, const std::string& key,
                   const std::vector<std::string>& candidates) {
  diag::Diagnostic diagnostic = diag::Make(diag::Kind::kDialectUnknownKey, span, what, key);
  if (const auto nearest = base::NearestName(key, candidates)) {
    diagnostic.help = "did you mean \"" + *nearest + "\"?";
  } else {
    diagnostic.help = "known: " + base::Join(candidates, ", ");
  }
  sink.Report(std::move(diagnostic));
}

bool IsWord(const YamlNode& node) { return node.kind == YamlKind::kScalar && !node.text.empty(); }

class Reader {
 public:
  Reader(Facts& facts, diag::Sink& sink) : facts_(facts), sink_(sink) {}

  void Read(const YamlNode& root) {
    for (const YamlEntry& entry : root.entries) {
      const auto handler = Handlers().find(entry.key);
      if (handler == Handlers().end()) {
        std::vector<std::string> known;
        for (const auto& [key, ignored] : Handlers()) known.push_back(key);
        ReportUnknown(sink_, entry.key_span, "key", entry.key, known);
        continue;
      }
      (this->*handler->second)(entry.value);
    }
  }

 private:
  using Handler = void (Reader::*)(const YamlNode&);
  static const std::map<std::string, Handler, std::less<>>& Handlers() {
    static const std::map<std::string, Handler, std::less<>> handlers = {{"title", &Reader::Title},
                                                                         {"extends", &Reader::Extends},
                                                                         {"versions", &Reader::Versions},
                                                                         {"tool", &Reader::ReadTool},
                                                                         {"version_after", &Reader::VersionAfter},
                                                                         {"quote", &Reader::Quote},
                                                                         {"case", &Reader::Case},
                                                                         {"max_identifier", &Reader::MaxIdentifier},
                                                                         {"default_schema", &Reader::DefaultSchema},
                                                                         {"lexical", &Reader::ReadLexical},
                                                                         {"reserved", &Reader::Reserved},
                                                                         {"capabilities", &Reader::Capabilities},
                                                                         {"types", &Reader::Types}};
    return handlers;
  }

  void Title(const YamlNode& node) {
    if (!IsWord(node)) return ReportValue(sink_, node, "title", "a name for people");
    facts_.title = node.text;
  }

  // `extends: mysql`, or `extends: postgres 13`: it behaves as that version of it.
  void Extends(const YamlNode& node) {
    facts_.extends_span = node.span;
    const std::size_t blank = node.text.find(' ');
    if (!IsWord(node)) return ReportValue(sink_, node, "extends", "the name of a dialect, and a version of it if need be");
    facts_.extends = node.text.substr(0, blank);
    if (blank == std::string::npos) return;
    facts_.extends_version = ParseVersion(std::string_view(node.text).substr(blank + 1));
    if (!facts_.extends_version) ReportValue(sink_, node, "extends", "a name and a version like `postgres 13`");
  }

  void Versions(const YamlNode& node) {
    if (node.kind != YamlKind::kMap) return ReportValue(sink_, node, "versions", "`oldest:` and `newest:`");
    for (const YamlEntry& entry : node.entries) {
      if (entry.key != "oldest" && entry.key != "newest") {
        ReportUnknown(sink_, entry.key_span, "key", entry.key, {"newest", "oldest"});
        continue;
      }
      const auto version = IsWord(entry.value) ? ParseVersion(entry.value.text) : std::nullopt;
      if (!version) {
        ReportValue(sink_, entry.value, entry.key, "a version like 15, 8.0 or 8.0.13");
        continue;
      }
      (entry.key == "oldest" ? facts_.oldest : facts_.newest) = version;
    }
  }

  void ReadTool(const YamlNode& node) {
    static const std::map<std::string, Tool, std::less<>> tools = {{"psql", Tool::kPsql},       {"mysql", Tool::kMysql},
                                                                   {"sqlite3", Tool::kSqlite3}, {"sqlcmd", Tool::kSqlcmd},
                                                                   {"sqlplus", Tool::kSqlplus}, {"duckdb", Tool::kDuckdb}};
    const auto found = tools.find(node.text);
    if (found == tools.end()) return ReportValue(sink_, node, "tool", "one of duckdb, mysql, psql, sqlcmd, sqlite3, sqlplus");
    facts_.tool = found->second;
  }

  void VersionAfter(const YamlNode& node) {
    if (!IsWord(node)) return ReportValue(sink_, node, "version_after", "the text before the version in what version() gives");
    facts_.version_after = node.text;
  }

  // One character that opens and closes, or two.
  void Quote(const YamlNode& node) {
    if (node.kind != YamlKind::kScalar || node.text.empty() || node.text.size() > 2) {
      return ReportValue(sink_, node, "quote", "the quotation mark of names, or the opening and the closing one");
    }
    facts_.quote = {node.text.front(), node.text.back()};
  }

  void Case(const YamlNode& node) {
    static const std::map<std::string, CaseRule, std::less<>> rules = {
        {"lower", CaseRule::kLower}, {"upper", CaseRule::kUpper}, {"insensitive", CaseRule::kInsensitive}};
    const auto found = rules.find(node.text);
    if (found == rules.end()) return ReportValue(sink_, node, "case", "lower, upper or insensitive");
    facts_.case_rule = found->second;
  }

  // `63 bytes` or `128 characters`.
  void MaxIdentifier(const YamlNode& node) {
    std::size_t number = 0;
    const char* end = node.text.data() + node.text.size();
    const auto [rest, error] = std::from_chars(node.text.data(), end, number);
    const std::string_view unit(rest, static_cast<std::size_t>(end - rest));
    if (error != std::errc() || number == 0 || (unit != " bytes" && unit != " characters")) {
      return ReportValue(sink_, node, "max_identifier", "a number of bytes or characters, like `63 bytes`");
    }
    facts_.max_identifier = number;
    facts_.identifier_in_characters = unit == " characters";
  }

  void DefaultSchema(const YamlNode& node) {
    if (node.kind != YamlKind::kScalar) return ReportValue(sink_, node, "default_schema", "a schema's name");
    facts_.default_schema = node.text;
  }

  void ReadLexical(const YamlNode& node) {
    if (node.kind != YamlKind::kMap) return ReportValue(sink_, node, "lexical", "`key: true` or `key: false`");
    for (const YamlEntry& entry : node.entries) {
      if (!LexicalKeys().contains(entry.key)) {
        std::vector<std::string> known;
        for (const auto& [key, ignored] : LexicalKeys()) known.push_back(key);
        ReportUnknown(sink_, entry.key_span, "lexical rule", entry.key, known);
      } else if (entry.value.text != "true" && entry.value.text != "false") {
        ReportValue(sink_, entry.value, entry.key, "true or false");
      } else {
        facts_.lexical[entry.key] = entry.value.text == "true";
      }
    }
  }

  // Words with blanks between them, or a list.
  void Reserved(const YamlNode& node) {
    if (node.kind == YamlKind::kList) {
      for (const YamlNode& item : node.items) Reserved(item);
      return;
    }
    if (node.kind != YamlKind::kScalar) return ReportValue(sink_, node, "reserved", "words");
    std::size_t begin = 0;
    while ((begin = node.text.find_first_not_of(" \n\t", begin)) != std::string::npos) {
      const std::size_t end = std::min(node.text.find_first_of(" \n\t", begin), node.text.size());
      facts_.reserved.insert(base::LowerAscii(std::string_view(node.text).substr(begin, end - begin)));
      begin = end;
    }
  }

  void Capabilities(const YamlNode& node) {
    if (node.kind != YamlKind::kMap) return ReportValue(sink_, node, "capabilities", "`capability: true`, false or a version");
    for (const YamlEntry& entry : node.entries) {
      const auto capability = FindCapability(entry.key);
      if (!capability) {
        std::vector<std::string> known;
        for (const Capability each : AllCapabilities()) known.emplace_back(KeyOf(each));
        ReportUnknown(sink_, entry.key_span, "capability", entry.key, known);
        continue;
      }
      CapabilityFact fact{entry.value.text == "true", std::nullopt, entry.value.span};
      if (entry.value.text != "true" && entry.value.text != "false") {
        fact.on = true;
        fact.since = IsWord(entry.value) ? ParseVersion(entry.value.text) : std::nullopt;
        if (!fact.since) {
          ReportValue(sink_, entry.value, entry.key, "true, false or the first version that has it");
          continue;
        }
      }
      facts_.capabilities[*capability] = fact;
    }
  }

  static std::optional<Capability> FindCapability(const std::string& key) {
    for (const Capability each : AllCapabilities()) {
      if (KeyOf(each) == key) return each;
    }
    return std::nullopt;
  }

  void Types(const YamlNode& node) {
    if (node.kind != YamlKind::kMap) return ReportValue(sink_, node, "types", "`type: spelling`");
    const std::vector<std::string> known = TypeKeys();
    for (const YamlEntry& entry : node.entries) {
      if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
        ReportUnknown(sink_, entry.key_span, "type", entry.key, known);
        continue;
      }
      facts_.types[entry.key] = ReadTypeFacts(entry.key, entry.value, sink_);
    }
  }

  Facts& facts_;
  diag::Sink& sink_;
};

}  // namespace

const std::map<std::string, bool Lexical::*, std::less<>>& LexicalKeys() {
  static const std::map<std::string, bool Lexical::*, std::less<>> keys = {
      {"dollar_quotes", &Lexical::dollar_quotes},   {"nested_comments", &Lexical::nested_comments},
      {"escape_strings", &Lexical::escape_strings}, {"backslash_escapes", &Lexical::backslash_escapes},
      {"hash_comments", &Lexical::hash_comments},   {"backtick_names", &Lexical::backtick_names},
      {"bracket_names", &Lexical::bracket_names},   {"double_quoted_strings", &Lexical::double_quoted_strings},
      {"begin_atomic", &Lexical::begin_atomic},     {"trigger_blocks", &Lexical::trigger_blocks},
      {"stored_programs", &Lexical::stored_programs},
      {"q_quotes", &Lexical::q_quotes},             {"plsql_units", &Lexical::plsql_units}};
  return keys;
}

Facts ReadFacts(const std::string& name, const YamlNode& root, diag::Sink& sink) {
  Facts facts;
  facts.name = name;
  facts.span = root.span;
  Reader(facts, sink).Read(root);
  return facts;
}

}  // namespace migc::dialect
