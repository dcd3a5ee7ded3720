// ScriptText: the script as it grows, with the places where its own digest goes; and text made safe for one line.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migc::script {

class ScriptText {
 public:
  // Comment lines are written as the function gives them back.
  void ShapeComments(std::function<std::string(std::string)> shape) { shape_ = std::move(shape); }
  // For a text of about so many bytes.
  void Reserve(std::size_t bytes) { text_.reserve(bytes); }
  // The line and its '\n'.
  void Line(std::string_view line = {});
  // `before`, the first `digits` digits of the script's digest, `after`, '\n'.
  void DigestLine(std::string_view before, std::size_t digits, std::string_view after);
  // What is written between the two calls becomes a part of an SQL string: its quotes are doubled.
  void BeginString() { string_ = text_.size(); }
  void EndString();
  // With the digest in its places.
  std::string Finish() &&;

 private:
  std::string text_;
  std::size_t string_ = 0;  // where the string at hand begins
  std::function<std::string(std::string)> shape_;
  std::vector<std::pair<std::size_t, std::size_t>> digests_;  // (offset, digits)
};

// On one line, and nothing in it that ends a comment or changes how the line is shown: line ends and tabs become a blank, other
// control characters and those that reorder text are written as `<U+202E>`.
std::string OneLine(std::string_view text);

}  // namespace migc::script
