// The pieces of a dump that fit on one line: columns, constraints, indexes, options, as a `.mig` file would say them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "migc/ir/table.h"

namespace migc::ir {

// Lines of a dump, each indented by its depth; whatever is in a line, it stays one.
class Lines {
 public:
  void Add(int depth, std::string_view line);
  // Raw SQL and comments: each line of them after a bar.
  void AddText(int depth, std::string_view text);
  std::string Take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string DumpLine(const Column& column);
std::string DumpLine(const Constraint& constraint);
std::string DumpLine(const Index& index);
std::string DumpLine(const Identity& identity);
// "start 100, increment 10"; empty when nothing is set.
std::string DumpLine(const SequenceOptions& options);
// "if exists ", or nothing.
std::string IfExists(bool on);
// " with 'x', 'y'", or nothing.
std::string DumpOptions(const std::vector<std::string>& options);
void DumpTable(Lines& lines, int depth, std::string_view head, const Table& table);

}  // namespace migc::ir
