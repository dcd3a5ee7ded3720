// Parsing for tests: a text becomes a dump of its tree, or the list of what is wrong with it.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "migc/ast/dump.h"
#include "migc/parse/parse.h"

namespace migc::parse::testing {

// A statement and what it becomes: a dump, or errors. A line end at the start of `result` is for the reader alone.
struct Case {
  std::string_view source;
  std::string_view result;

  std::string_view Result() const { return result.starts_with('\n') ? result.substr(1) : result; }
};

// `2:7-10 M1030 message`, then `  note 1:1 …` and `  help …`; lines and columns as a person counts them.
inline std::string Show(const source::Buffer& buffer, const std::vector<diag::Diagnostic>& diagnostics,
                        std::uint32_t lines_before) {
  const auto place = [&](const source::Span& span) {
    const source::LineColumn begin = buffer.Locate(span.begin);
    const source::LineColumn end = buffer.Locate(span.end);
    return begin.line == end.line
               ? fmt::format("{}:{}-{}", begin.line - lines_before, begin.column, end.column)
               : fmt::format("{}:{}-{}:{}", begin.line - lines_before, begin.column, end.line - lines_before, end.column);
  };
  std::string result;
  for (const diag::Diagnostic& diagnostic : diagnostics) {
    result += fmt::format("{} {} {}\n", place(*diagnostic.span), diag::InfoOf(diagnostic.kind).code, diagnostic.message);
    for (const diag::Note& note : diagnostic.notes) result += fmt::format("  note {} {}\n", place(*note.span), note.text);
    if (!diagnostic.help.empty()) result += "  help " + diagnostic.help + "\n";
  }
  return result;
}

inline std::string ParseAny(std::string text, bool model, std::uint32_t lines_before) {
  source::Buffers buffers;
  const source::Buffer& buffer = buffers.Add("test.mig", std::move(text));
  diag::Sink sink;
  const std::optional<ast::File> file = model ? BuildModel(buffer, sink) : BuildFile(buffer, sink);
  if (file.has_value() == sink.HasErrors()) return "a file and errors, or neither";
  return file ? ast::Dump(*file) : Show(buffer, sink.Sorted(), lines_before);
}

inline std::string ParseRevision(std::string_view text) { return ParseAny(std::string(text), false, 0); }
inline std::string ParseModel(std::string_view text) { return ParseAny(std::string(text), true, 0); }

// Statements inside `upgrade { … }`; the dump is theirs alone, and their first line is line 1.
inline std::string ParseStatement(std::string_view statements) {
  const std::string dump = ParseAny("revision r revises base; upgrade {\n" + std::string(statements) + "\n}", false, 1);
  constexpr std::string_view kBefore = "revision r\n  revises base\nupgrade\n";
  if (!dump.starts_with(kBefore)) return dump;
  std::string result;
  for (std::size_t at = kBefore.size(); at < dump.size();) {
    const std::size_t end = dump.find('\n', at) + 1;
    result += dump.substr(at + 2, end - at - 2);
    at = end;
  }
  return result;
}

// Every statement form of the language, by topic; each in the test file of that name.
const std::vector<Case>& TableCases();
const std::vector<Case>& TypeCases();
const std::vector<Case>& ExpressionCases();
const std::vector<Case>& AlterCases();
const std::vector<Case>& ObjectCases();
const std::vector<Case>& DataCases();
const std::vector<Case>& ErrorCases();

}  // namespace migc::parse::testing
